package io.github.mpesasdk.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sandbox serves the country to a client that knows nothing of the SDK's rules. */
@ExtendWith(SandboxExtension.class)
class SandboxTest {

    private static final String FREEDONIA = "vodacomFRE";

    private final HttpClient http = HttpClient.newHttpClient();
    private final VodacomSandbox gateway;

    SandboxTest(Sandbox sandbox) {
        this.gateway = sandbox.vodacom();
    }

    @Test
    void itOpensASessionAndTakesAPayment() throws Exception {
        assertEquals("201 INS-0", pay("FRE", "FRD", "29920000001"));
        assertEquals(List.of(), gateway.journal().violations());
    }

    @Test
    void itTakesNoOtherCountryAndNoOtherCurrency() throws Exception {
        assertEquals("400 INS-998", pay("TZN", "FRD", "29920000001"));
        assertEquals("400 INS-26", pay("FRE", "TZS", "29920000001"));
        assertEquals(List.of(), gateway.ledger().entries());
    }

    @Test
    void itTakesANumberThatDoesNotFitTheCountryAndRemarksIt() throws Exception {
        // No gateway was seen to refuse either: one is too short, one of another country.
        for (String msisdn : List.of("299200000", "255744000001")) {
            assertEquals("201 INS-0", pay("FRE", "FRD", msisdn));
        }
        for (Exchange payment : gateway.journal().of("c2bPayment")) {
            assertEquals(List.of(), payment.refused());
            assertFalse(payment.remarks().isEmpty());
        }
    }

    @Test
    void itsCustomersHaveHandsets() throws Exception {
        gateway.phone().on("29920000002").cancels();
        assertEquals("401 INS-6", pay("FRE", "FRD", "29920000002"));
        assertThrows(IllegalArgumentException.class, () -> gateway.phone().on("299200000"));
    }

    private String pay(String country, String currency, String msisdn) throws Exception {
        JsonObject opened = json(send(request("/getSession/", gateway.apiKey()).GET()));
        String session = opened.get("output_SessionID").getAsString();
        JsonObject payment =
                JsonParser.parseString("""
                {"input_Amount": "10", "input_PurchasedItemsDesc": "Tea", "input_TransactionReference": "INV001",
                 "input_ThirdPartyConversationID": "drill%s%s"}""".formatted(country, msisdn)).getAsJsonObject();
        payment.addProperty("input_Country", country);
        payment.addProperty("input_Currency", currency);
        payment.addProperty("input_CustomerMSISDN", msisdn);
        payment.addProperty("input_ServiceProviderCode", gateway.serviceProviderCode());
        HttpResponse<String> answer =
                send(request("/c2bPayment/singleStage/", session).POST(BodyPublishers.ofString(payment.toString())));
        return answer.statusCode() + " "
                + json(answer).get("output_ResponseCode").getAsString();
    }

    private HttpRequest.Builder request(String path, String secret) {
        String bearer = PublicKeys.read(gateway.publicKeyBase64()).encrypt(secret);
        return HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/sandbox/ipg/v2/" + FREEDONIA + path))
                .header("Content-Type", "application/json")
                .header("Origin", "*")
                .header("Authorization", "Bearer " + bearer);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
