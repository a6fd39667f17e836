package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scan that finds nothing proves nothing, so here is what it must find, put together so that no real one stands here.
 */
class SecretScanTest {

    private static final SecretScan SCAN = SecretScan.ofCases();

    private static int findings(String field, String value) {
        JsonObject holder = new JsonObject();
        holder.add(field, new JsonPrimitive(value));
        return SCAN.findings(holder).size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"254%s", "0%s", "+254%s", "to 254%s please", "254%s - JANE DOE", "ws_CO_23112026093015120%s"})
    void findsPhoneNumbers(String form) {
        assertEquals(1, findings("any", form.formatted("7".repeat(9))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "254708374149",
                "255744000001",
                "26650000001",
                "000000000001",
                "ws_CO_23112026093015120708374149",
                "20261123093015",
                "254708374149 - JOHN DOE"
            })
    void letsPublicNumbersPass(String number) {
        assertEquals(0, findings("any", number));
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void findsPhoneNumbersOfEveryCountry(Market market) {
        String number =
                Msisdn.of(market.numbers().example(), market.numbers()).digits().replaceFirst(".{4}$", "4444");
        assertEquals(1, findings("any", number));
        assertEquals(1, findings("any", "+" + number));
    }

    @Test
    void letsIdsOfRequestsPass() {
        assertEquals(0, findings("input_ThirdPartyConversationID", "0123456789abcdef0123456789abcdef"));
        assertEquals(1, findings("output_SessionID", "0123456789abcdef0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1B2c3D4e5F6g7H8i9J0k1L2m3N4", "0123456789abcdef0123456789abcdef"})
    void findsSecrets(String secret) {
        assertEquals(1, findings("any", secret));
        assertEquals(1, findings("CallBackURL", "https://shop.example/pay/" + secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-a-real-access-token-0001",
                "BusinessTransferFromMMFToUtility",
                "https://shop.example/b2c/result/6e02b7d9c451",
                "AG_20261123_0000example0001"
            })
    void letsPlainlyMadeUpSecretsPass(String text) {
        assertEquals(0, findings("any", text));
        byte[] bytes = "174379not-a-real-passkey20261123093015".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, findings("Password", Base64.getEncoder().encodeToString(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FirstName",
                "MiddleName",
                "LastName",
                "output_CustomerFirstName",
                "input_CustomerName",
                "Surname"
            })
    void findsNames(String field) {
        assertEquals(1, findings(field, "WANJIKU"));
        assertEquals(0, findings(field, "JANE"));
        assertEquals(1, findings("Value", "254708374149 - WANJIKU"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner%sshop.example", "a.b+c%sshop.example"})
    void findsMailAddresses(String form) {
        assertEquals(1, findings("any", form.formatted("@")));
    }
}
