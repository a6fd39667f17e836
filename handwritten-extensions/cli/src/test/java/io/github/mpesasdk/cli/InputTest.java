package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input and usage: exit code 2, one message, nothing sent, and no secret in it. */
class InputTest {

    private static final String SECRET = "Tr0ub4dor";

    @Test
    void namesAreSuggested() {
        assertBad("Did you mean quickstart?", "qickstart");
        assertBad("Did you mean kenya?", "call", "kenia", "token");
        assertBad("Did you mean stkPush?", "call", "kenya", "stkpush");
        assertBad("Did you mean accountBalance?", "call", "kenya", "accountBalnce");
        assertBad("Did you mean --base-url?", "call", "kenya", "token", "--base-urk", "x");
        assertBad("Did you mean tanzania?", "call", "tanzani", "c2bPayment");
        assertBad("Did you mean c2bPayment?", "call", "mozambique", "c2bpayment");
        assertBad("Known: kenya, tanzania,", "decode", "egypt", "-");
        assertBad("Known: kenya, tanzania,", "explain", "auto", "1");
        assertBad("Did you mean kenya?", "explain", "kenia", "1032");
    }

    @Test
    void missingWordsAreNamed() {
        assertBad("Which command?");
        assertBad("MARKET", "call");
        assertBad("OPERATION", "call", "kenya");
        assertBad("FILE", "decode", "kenya");
        assertBad("--certificate", "encrypt");
        assertBad("port must be", "sandbox", "--port", "many");
        assertBad("65535", "sandbox", "--port", "70000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"Amount\": 1,}",
                "{\"Amount\": 1} {}",
                "{Amount: 1}",
                "<html>"
            })
    void brokenJsonIsNotSent(String text) {
        Shell.Result broken = new Shell().type(text).run("call", "kenya", "stkPush", "--json", "-");

        assertEquals(2, broken.exit());
        assertEquals("", broken.out());
        assertEquals("invalidInput", broken.error().get("error").getAsString());
        assertEquals("kenya", broken.error().get("market").getAsString());
        assertEquals("stkPush", broken.error().get("operation").getAsString());
    }

    @Test
    void aFieldThatIsGivenTwiceIsNotSent() {
        Shell.Result twice =
                new Shell().type("{\"Amount\": 1, \"Amount\": 1000}").run("call", "kenya", "stkPush", "--json", "-");

        assertEquals(2, twice.exit());
        assertTrue(twice.err().contains("twice"), twice.err());
    }

    @Test
    void deeplyNestedJsonIsNoCrash() {
        Shell.Result deep =
                new Shell().type("{\"a\":" + "[".repeat(100_000)).run("call", "kenya", "stkPush", "--json", "-");

        assertEquals(2, deep.exit());
    }

    @Test
    void textThatIsNotUtf8IsNotSent() {
        byte[] latin1 = {'{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}'};
        assertEquals(
                2,
                new Shell()
                        .type(latin1)
                        .run("call", "kenya", "stkPush", "--json", "-")
                        .exit());
    }

    @Test
    void filesThatAreNotThereAreNamed(@TempDir Path folder) {
        String missing = folder.resolve("nothing.json").toString();
        assertBad("nothing.json", "call", "kenya", "stkPush", "--json", missing);
        assertBad("nothing.json", "decode", "kenya", missing);
        assertBad("nothing.json", "encrypt", "--certificate", missing);
        assertBad("folder", "decode", "kenya", folder.toString());
    }

    @Test
    void errorsAreJsonWhereJsonIsAskedFor() {
        List<String[]> runs = List.of(
                new String[] {"operations", "--json", "--mistake"},
                new String[] {"explain", "kenia", "1", "--json"},
                new String[] {"decode", "kenya", "no-such-file", "--json"},
                new String[] {"call", "kenya", "stkPush", "--json=no-such-file"},
                new String[] {"encrypt", "--json"});
        for (String[] words : runs) {
            Shell.Result bad = new Shell().run(words);
            assertEquals(2, bad.exit());
            assertEquals("", bad.out());
            assertEquals(
                    List.of("error", "market", "operation", "code", "message", "words", "requestId", "reference"),
                    List.copyOf(bad.error().keySet()));
            assertEquals(1, bad.err().lines().count());
        }
    }

    @Test
    void aSecretInTheWrongPlaceIsNotRepeated(@TempDir Path folder) throws IOException {
        Path certificate = Files.writeString(folder.resolve("cer"), SECRET + " " + SECRET + "!");
        List<String[]> mistakes = List.of(
                new String[] {"call", "kenya", "token", SECRET},
                new String[] {"call", "kenya", "token", "--consumer-secret" + SECRET},
                new String[] {"call", "kenya", "token", "--consumer-secre=" + SECRET},
                new String[] {"call", "kenya", "token", "-p" + SECRET},
                new String[] {"call", "kenya", "token", "--consumer-secret", "@" + SECRET},
                new String[] {"call", "kenya", "token", "--json", "{\"Password\": \"" + SECRET + "\"}"},
                new String[] {"call", "kenya", "token", "--json", "-"},
                new String[] {"call", "kenya", "accountBalance", "--certificate", SECRET},
                new String[] {"call", "kenya", "accountBalance", "--certificate", "@" + certificate},
                new String[] {"call", "kenya", "token", "--base-url", "http://user:" + SECRET + "@gateway.example"},
                new String[] {"call", "kenya", "token", "--base-url", SECRET},
                new String[] {"call", "kenya", SECRET + "!"},
                new String[] {"call", "tanzania", "getSession", "--api-key" + SECRET},
                new String[] {"call", "tanzania", "getSession", "--api-key", "@" + SECRET},
                new String[] {"call", "mozambique", "c2bPayment", "--public-key", SECRET},
                new String[] {"call", "mozambique", "c2bPayment", "--public-key", "@" + certificate},
                new String[] {"call", "ghana", "c2bPayment", "--json", "{\"input_Amount\": \"" + SECRET + "\"}"},
                new String[] {"call", "drc", "login", "--password" + SECRET},
                new String[] {"call", "drc", "login", "--pasword=" + SECRET},
                new String[] {"call", "drc", "login", "--password", "@" + SECRET},
                new String[] {"call", "drc", "login", "--json", "{\"Password\": \"" + SECRET + "\"}"},
                new String[] {"decode", "drc", "<value>" + SECRET + "</value>"},
                new String[] {"encrypt", "--certificate", certificate.toString()},
                new String[] {"encrypt", "--public-key", certificate.toString(), SECRET});
        for (String[] words : mistakes) {
            Shell.Result bad = new Shell()
                    .set("MPESA_KENYA_CONSUMER_KEY", "key")
                    .set("MPESA_KENYA_CONSUMER_SECRET", SECRET)
                    .set("MPESA_KENYA_INITIATOR_PASSWORD", SECRET)
                    .set("MPESA_KENYA_PASSKEY", SECRET)
                    .set("MPESA_TANZANIA_API_KEY", SECRET)
                    .set("MPESA_MOZAMBIQUE_API_KEY", SECRET)
                    .set("MPESA_DRC_USERNAME", "user")
                    .set("MPESA_DRC_PASSWORD", SECRET)
                    .type("{\"Password\": \"" + SECRET + "\", " + SECRET)
                    .run(words);
            assertEquals(2, bad.exit(), String.join(" ", words) + ": " + bad.err());
            assertFalse(bad.everything().contains(SECRET), String.join(" ", words) + ": " + bad.everything());
        }
    }

    private static void assertBad(String expected, String... words) {
        Shell.Result bad = new Shell().run(words);
        assertEquals(2, bad.exit(), bad.err());
        assertEquals("", bad.out());
        assertTrue(bad.err().contains(expected), bad.err());
        assertEquals(1, bad.err().lines().count(), bad.err());
    }
}
