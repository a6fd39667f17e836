package io.github.mpesasdk.cli;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code mpesa decode} makes of each sample of the DRC's gateway. A sample that is not here is a request. */
final class DrcSamples {

    /** Kind, code and outcome by the name of the file. */
    static final Map<String, String> OUTCOMES = Map.ofEntries(
            entry("login-response-success.xml", "login null succeeded"),
            entry("login-response-invalid-credentials-inferred.xml", "login 3 failed"),
            entry("tz-login-response-invalid-credentials.xml", "login 3 failed"),
            entry("tz-response-authentication-failed.xml", "login 4 failed"),
            entry("mock-login-response-failed.xml", "login 4 failed"),
            entry("c2b-response-success.xml", "c2bPayment 0 pending"),
            entry("b2c-response-success.xml", "b2cPayment 0 pending"),
            // The mock's author calls it failed; it has an id, and nobody knows the code.
            entry("mock-b2c-response-failed.xml", "b2cPayment 4 unknown"),
            entry("tz-soap-fault-client.xml", "fault Client failed"),
            entry("c2b-callback-success.xml", "c2bPaymentCallback 0 succeeded"),
            entry("b2c-callback-success.xml", "b2cPaymentCallback 0 succeeded"),
            // A code that only a mock was seen to send.
            entry("b2c-callback-failure-mock.xml", "b2cPaymentCallback -1 unknown"),
            entry("c2b-callback-ack.xml", "callbackReply 200 unknown"),
            entry("b2c-callback-ack.xml", "callbackReply 200 unknown"),
            entry("w2b-inbound-response.xml", "callbackReply 0 unknown"),
            entry("b2b-login-response-success.xml", "b2bLogin 0 succeeded"),
            entry("b2b-login-response-failure.xml", "b2bLogin -1 unknown"),
            entry("b2b-response-success.xml", "b2bPayment 0 pending"),
            entry("b2b-response-duplicate.xml", "b2bPayment -2 unknown"),
            entry("b2b-callback-success.xml", "b2bCallback 0 succeeded"),
            // What its codes mean is not known, so that -3 of C2B says nothing here.
            entry("b2b-callback-failure.xml", "b2bCallback -3 unknown"));

    private DrcSamples() {}

    /** Decodes a file, as the market's and as anybody's. */
    static void check(String file, @Nullable String expected) {
        for (String market : new String[] {"drc", "auto"}) {
            Shell.Result decoded = new Shell().run("decode", market, file);
            if (expected == null) {
                assertRefused(decoded);
            } else {
                assertEquals(0, decoded.exit(), decoded.err());
                JsonObject form = decoded.json().getAsJsonObject();
                assertEquals(
                        expected, text(form, "kind") + " " + text(form, "resultCode") + " " + text(form, "outcome"));
                assertEquals(0, form.getAsJsonObject("other").size(), decoded.out());
            }
        }
    }

    private static void assertRefused(Shell.Result refused) {
        assertEquals(1, refused.exit(), refused.out());
        assertEquals("", refused.out());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertFalse(refused.err().contains("Exception"), refused.err());
    }

    private static String text(JsonObject form, String name) {
        return form.get(name).isJsonNull() ? "null" : form.get(name).getAsString();
    }
}
