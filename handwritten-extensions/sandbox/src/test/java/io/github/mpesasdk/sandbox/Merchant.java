package io.github.mpesasdk.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;

/** A merchant who writes the wire format by hand, so that the SDK has no part in judging the sandbox. */
public final class Merchant {

    public static final String CUSTOMER = "254708374149";
    private static final String TIMESTAMP = "20260314092408";

    private final HttpClient client;
    private final URI gateway;
    private final KenyaSandbox kenya;
    private final Receiver receiver;

    public Merchant(KenyaSandbox kenya, Receiver receiver) {
        this(
                kenya,
                receiver,
                kenya.baseUrl(),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(30))
                        .build());
    }

    /** A merchant who takes another way to the gateway. */
    public Merchant(KenyaSandbox kenya, Receiver receiver, URI gateway, HttpClient client) {
        this.kenya = kenya;
        this.receiver = receiver;
        this.gateway = gateway;
        this.client = client;
    }

    public HttpResponse<String> fetchToken(String key, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(at("/oauth/v1/generate?grant_type=client_credentials")
                .header("Authorization", "Basic " + basic)
                .build());
    }

    public String token() throws Exception {
        return json(fetchToken(kenya.consumerKey(), kenya.consumerSecret()))
                .get("access_token")
                .getAsString();
    }

    public HttpResponse<String> post(String path, JsonElement body) throws Exception {
        return post(path, body, token());
    }

    public HttpResponse<String> post(String path, JsonElement body, String token) throws Exception {
        return send(at(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    public HttpRequest.Builder at(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(gateway + pathAndQuery)).timeout(Duration.ofSeconds(60));
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** The fields of an error that matter, and its status. */
    public static String error(HttpResponse<String> answer) {
        JsonObject body = json(answer);
        return answer.statusCode() + " " + body.get("errorCode").getAsString() + " "
                + body.get("errorMessage").getAsString();
    }

    public HttpResponse<String> stkPush(JsonObject body) throws Exception {
        return post("/mpesa/stkpush/v1/processrequest", body);
    }

    /** A push for one shilling to the pay bill, from the customer. */
    public JsonObject push() {
        return JsonFields.with("BusinessShortCode", kenya.payBill())
                .and("Password", password(kenya.payBill()))
                .and("Timestamp", TIMESTAMP)
                .and("TransactionType", "CustomerPayBillOnline")
                .and("Amount", "1")
                .and("PartyA", CUSTOMER)
                .and("PartyB", kenya.payBill())
                .and("PhoneNumber", CUSTOMER)
                .and("CallBackURL", receiver.url("/stk"))
                .and("AccountReference", "INV-001")
                .and("TransactionDesc", "Tea")
                .json();
    }

    public JsonObject pushToTill() {
        JsonObject push = push();
        push.addProperty("BusinessShortCode", kenya.storeNumber());
        push.addProperty("Password", password(kenya.storeNumber()));
        push.addProperty("TransactionType", "CustomerBuyGoodsOnline");
        push.addProperty("PartyB", kenya.tillNumber());
        return push;
    }

    public HttpResponse<String> stkQuery(String checkoutRequestId) throws Exception {
        return post(
                "/mpesa/stkpushquery/v1/query",
                JsonFields.with("BusinessShortCode", kenya.payBill())
                        .and("Password", password(kenya.payBill()))
                        .and("Timestamp", TIMESTAMP)
                        .and("CheckoutRequestID", checkoutRequestId)
                        .json());
    }

    public JsonObject b2c(String originatorId) throws Exception {
        return JsonFields.with("OriginatorConversationID", originatorId)
                .and("InitiatorName", kenya.initiatorName())
                .and("SecurityCredential", securityCredential(kenya.initiatorPassword()))
                .and("CommandID", "BusinessPayment")
                .and("Amount", "10")
                .and("PartyA", kenya.businessShortCode())
                .and("PartyB", CUSTOMER)
                .and("Remarks", "Refund")
                .and("QueueTimeOutURL", receiver.url("/timeout"))
                .and("ResultURL", receiver.url("/result"))
                .and("Occassion", "March")
                .json();
    }

    public JsonObject b2b(String commandId, String payee) throws Exception {
        return command(commandId)
                .and("SenderIdentifierType", "4")
                .and("RecieverIdentifierType", "4")
                .and("Amount", "239")
                .and("PartyA", kenya.businessShortCode())
                .and("PartyB", payee)
                .and("AccountReference", "SUPPLY-7")
                .json();
    }

    public JsonObject balance() throws Exception {
        return command("AccountBalance")
                .and("PartyA", kenya.businessShortCode())
                .and("IdentifierType", "4")
                .json();
    }

    public JsonObject status(String field, String id) throws Exception {
        return command("TransactionStatusQuery")
                .and(field, id)
                .and("PartyA", kenya.businessShortCode())
                .and("IdentifierType", "4")
                .json();
    }

    public JsonObject reversal(String receipt) throws Exception {
        return command("TransactionReversal")
                .and("TransactionID", receipt)
                .and("Amount", "1")
                .and("ReceiverParty", kenya.payBill())
                .and("RecieverIdentifierType", "11")
                .json();
    }

    public JsonObject registration(String responseType) {
        return JsonFields.with("ShortCode", kenya.payBill())
                .and("ResponseType", responseType)
                .and("ConfirmationURL", receiver.url("/confirm"))
                .and("ValidationURL", receiver.url("/validate"))
                .json();
    }

    public JsonObject simulation() {
        return JsonFields.with("CommandID", "CustomerPayBillOnline")
                .and("ShortCode", Integer.valueOf(kenya.payBill()))
                .and("Amount", 10)
                .and("Msisdn", Long.valueOf(CUSTOMER))
                .and("BillRefNumber", "INV-001")
                .json();
    }

    public String securityCredential(String password) throws GeneralSecurityException {
        byte[] pem = kenya.certificatePem().getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem))
                        .getPublicKey());
        return Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonFields command(String commandId) throws GeneralSecurityException {
        return JsonFields.with("Initiator", kenya.initiatorName())
                .and("SecurityCredential", securityCredential(kenya.initiatorPassword()))
                .and("CommandID", commandId)
                .and("Remarks", "Monthly")
                .and("QueueTimeOutURL", receiver.url("/timeout"))
                .and("ResultURL", receiver.url("/result"));
    }

    private String password(String shortCode) {
        String clear = shortCode + kenya.passkey() + TIMESTAMP;
        return Base64.getEncoder().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
    }
}
