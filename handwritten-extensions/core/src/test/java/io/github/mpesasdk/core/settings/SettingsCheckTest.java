package io.github.mpesasdk.core.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    private static SettingsCheck check() {
        return SettingsCheck.of("Shop.builder()");
    }

    private static List<String> rules(SettingsCheck check) {
        return check.violations().stream().map(Violation::rule).toList();
    }

    private static List<String> address(String uri, boolean production) {
        return rules(check().callbackAddress("callbacksAt", URI.create(uri), production));
    }

    @Test
    void tellsEverythingAtOnceByTheCallersNamesAndQuotesNothing() {
        SettingsCheck check = check().required("environment", null, "sandbox or production")
                .credential("consumer key", " s3cret")
                .credential("passkey", "")
                .shortCode("paybill", "s3cret")
                .callbackAddress("callbacksAt", URI.create("http://localhost/s3cret"), true)
                .require(false, "timeout", "must be more than nothing")
                .addAll(List.of(new Violation("MPESA_KENYA_PASSKEY", "is not set")));

        InvalidInputException invalid = assertThrows(InvalidInputException.class, check::done);

        assertEquals(
                List.of(
                        "environment",
                        "consumer key",
                        "passkey",
                        "paybill",
                        "callbacksAt",
                        "callbacksAt",
                        "timeout",
                        "MPESA_KENYA_PASSKEY"),
                invalid.violations().stream().map(Violation::field).toList());
        assertTrue(invalid.getMessage()
                .startsWith("Shop.builder() is not valid, nothing was sent: environment is needed: give it to"
                        + " Shop.builder() with sandbox or production(...); consumer key begins or ends with a blank"));
        assertFalse(invalid.getMessage().contains("s3cret"));
    }

    @Test
    void whatIsNotGivenIsNoFault() {
        assertDoesNotThrow(() -> check().credential("passkey", null)
                .shortCode("paybill", null)
                .matches("origin", null, Pattern.compile("x"), "x")
                .callbackAddress("callbacksAt", null, true)
                .required("environment", "sandbox", "sandbox")
                .done());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                 | is blank",
                "` `                | is blank",
                "`\t\n`             | is blank",
                "`\u00a0`           | is blank",
                "`\ufeff`           | is blank",
                "` key`             | begins or ends with a blank or a line break",
                "`key `             | begins or ends with a blank or a line break",
                "`key\n`            | begins or ends with a blank or a line break",
                "`key\u00a0`        | begins or ends with a blank or a line break",
                "`\ufeffkey`        | begins or ends with a blank or a line break",
                "`key\nsecret`      | holds a line break or another control character",
                "`key\u0007secret`  | holds a line break or another control character",
                "YOUR_CONSUMER_KEY  | is still a placeholder",
                "your passkey       | is still a placeholder",
                "<consumer key>     | is still a placeholder",
                "${MPESA_KEY}       | is still a placeholder",
                "{{ mpesa.key }}    | is still a placeholder",
                "%MPESA_KEY%        | is still a placeholder",
                "xxxxxxxx           | is still a placeholder",
                "********           | is still a placeholder",
                "null               | is still a placeholder"
            })
    void aCredentialThatCannotBeOneIsNamed(String value, String rule) {
        List<String> broken = rules(check().credential("passkey", value));

        assertEquals(1, broken.size());
        assertTrue(broken.get(0).startsWith(rule), broken.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"k", "key with blanks", "Safe#Word&2026%", "päss wörd", "nullable", "yourself", "<>x", "a*b"})
    void aCredentialMayBeAnythingElse(String value) {
        assertEquals(List.of(), rules(check().credential("password", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "1234567890", "abc", "174 379", "174379\n", "\u0661\u0662\u0663\u0664\u0665"})
    void aShortCodeHasFiveToNineDigits(String value) {
        assertEquals(List.of("must be 5 to 9 digits, without blanks"), rules(check().shortCode("paybill", value)));
        assertEquals(List.of(), rules(check().shortCode("paybill", "123456789")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/pay",
                "https://shop.example",
                "https://shop.example:8443/pay/",
                "https://shop.example:1/pay",
                "https://shop.example:65535/pay",
                "https://shop.example:/pay",
                "https://8.8.8.8/pay",
                "https://172.15.0.1/pay",
                "https://172.32.0.1/pay",
                "https://100.63.0.1/pay",
                "https://[2001:4860:4860::8888]/pay",
                "https://localhost.example/pay",
                "https://locals.example/pay"
            })
    void anAddressOnTheInternetIsGood(String address) {
        assertEquals(List.of(), address(address, true));
        assertEquals(List.of(), address(address, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/pay", "https://LOCALHOST/pay", "https://localhost./pay", "https://a.localhost/pay",
                "https://127.0.0.1/pay", "https://127.8.9.1/pay", "https://0.0.0.0/pay", "https://[::1]/pay",
                "https://[::]/pay", "https://[::ffff:127.0.0.1]/pay"
            })
    void productionDoesNotReachThisMachine(String address) {
        assertTrue(address(address, true).get(0).contains("every machine's name for itself"), address);
        assertEquals(List.of(), address(address, false), "a sandbox may run here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/pay", "https://172.16.0.1/pay", "https://172.31.255.1/pay", "https://192.168.1.2/pay",
                "https://169.254.1.1/pay", "https://100.64.0.1/pay", "https://0.1.2.3/pay", "https://224.0.0.1/pay",
                "https://255.255.255.255/pay", "https://[fe80::1]/pay", "https://[fd00::1]/pay",
                        "https://[fc00::1]/pay",
                "https://[ff02::1]/pay", "https://[::ffff:10.0.0.1]/pay", "https://shop/pay", "https://shop.local/pay",
                "https://shop.internal./pay", "https://nas.home.arpa/pay"
            })
    void productionDoesNotReachAPrivateNetwork(String address) {
        assertTrue(address(address, true).get(0).contains("exists in a private network only"), address);
        assertEquals(List.of(), address(address, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pay                           | must be an absolute https:// address with a host",
                "shop.example/pay               | must be an absolute https:// address with a host",
                "ftp://shop.example             | must be an absolute https:// address with a host",
                "https:///pay                   | must be an absolute https:// address with a host",
                "https://my_shop/pay            | must be an absolute https:// address with a host",
                "mailto:jane@shop.example       | must be an absolute https:// address with a host",
                "http://shop.example/pay        | must start with https:// in production",
                "HTTP://shop.example/pay        | must start with https:// in production",
                "https://[fe80::1%nosuch]/pay   | must be a host name or a valid IP address",
                "https://shop.example:0/pay      | must have a port from 1 to 65535, or none",
                "https://shop.example:65536/pay  | must have a port from 1 to 65535, or none",
                "https://shop.example:99999/pay  | must have a port from 1 to 65535, or none",
                "https://jane:pw@shop.example/  | must have no user or password",
                "https://shop.example/pay?a=b   | must have no query and no fragment: the SDK appends a token",
                "https://shop.example/pay#a     | must have no query and no fragment: the SDK appends a token",
                "https://shop.example/pay%20me  | must have no blanks or line breaks",
                "https://shop.example/pay%0Ame  | must have no blanks or line breaks"
            })
    void anAddressThatCannotWorkIsRefused(String address, String rule) {
        List<String> broken = address(address, true);

        assertEquals(1, broken.size(), broken.toString());
        assertTrue(broken.get(0).startsWith(rule), broken.get(0));
    }

    @Test
    void everythingThatIsWrongWithAnAddressIsTold() {
        assertEquals(4, address("http://jane@10.0.0.1/mpesa?a=b", true).size());
    }
}
