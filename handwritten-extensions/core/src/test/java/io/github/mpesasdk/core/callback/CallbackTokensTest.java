package io.github.mpesasdk.core.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTokensTest {

    // The words that a gateway is known to refuse in addresses; they stand in its spec.
    private static final List<String> FORBIDDEN = List.of("m-pesa", "mpesa", "safaricom", "exe", "cmd", "sql", "query");
    private static final URI BASE = URI.create("https://shop.example/pay");
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_KEY = "another key that is long enough as well";

    private final CallbackTokens tokens = tokens("kenya", KEY);

    private static CallbackTokens tokens(String market, String... keys) {
        return new CallbackTokens(market, CallbackKeys.of(List.of(keys)));
    }

    private static CallbackAddress below(URI base, CallbackToken token) {
        return new CallbackAddress(base, token);
    }

    @RepeatedTest(20)
    void aTokenCannotSpellAForbiddenWord() {
        String text = tokens.make("stkPush", "1500.50", "order 17, for José").text();

        assertTrue(text.matches("([0-9a-f]{2})+"), text);
        assertTrue(FORBIDDEN.stream().noneMatch(text::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://shop.example/", "https://shop.example/pay/"})
    void whatTheTokenSaysIsFoundInEverySpellingOfTheAddress(String base) {
        CallbackToken token = tokens.make("stkPush", "1500", "order 17, for José");
        CallbackAddress address = below(URI.create(base), token);

        for (URI uri : List.of(URI.create(address.text()), URI.create(address.timeoutText()))) {
            for (String seen : List.of(uri.toString(), uri.getPath(), uri.getPath() + "/?from=proxy#x")) {
                assertEquals(Optional.of(token), tokens.in(seen));
            }
            assertFalse(uri.getPath().contains("//"));
        }
        assertEquals("stkPush", token.operation());
        assertEquals(Optional.of("order 17, for José"), token.order());
        assertEquals(Optional.empty(), tokens.make("stkPush", "1500", "").order());
    }

    @Test
    void eachTokenIsAnother() {
        assertNotEquals(tokens.make("stkPush", "1", "17"), tokens.make("stkPush", "1", "17"));
        assertNotEquals(tokens.makeId("pay"), tokens.makeId("pay"));
    }

    @Test
    void aTimeoutIsToldByItsAddress() {
        CallbackAddress address = below(BASE, tokens.make("b2c", "1", ""));

        assertTrue(CallbackTokens.isTimeout(address.timeoutText()));
        assertTrue(CallbackTokens.isTimeout(URI.create(address.timeoutText()).getPath() + "/"));
        assertFalse(CallbackTokens.isTimeout(address.text()));
        assertFalse(CallbackTokens.isTimeout("/pay/timeout"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/pay",
                "/pay/0123456789abcdef",
                "/pay/0123456789abcdef0123456789abcdef0123456789abcdef",
                "/pay/0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
            })
    void anAddressWithoutTokenHasNone(String path) {
        assertEquals(Optional.empty(), tokens.in(path));
    }

    @Test
    void aTokenWithAnyDigitChangedIsForged() {
        String text = tokens.make("stkPush", "1500", "17").text();
        IntStream.range(0, text.length()).forEach(place -> {
            char other = text.charAt(place) == '0' ? '1' : '0';
            String forged = text.substring(0, place) + other + text.substring(place + 1);
            assertEquals(Optional.empty(), tokens.in("/pay/" + forged), "changed at " + place);
        });

        assertEquals(Optional.empty(), tokens.in("/pay/" + text.substring(2)));
        assertEquals(Optional.empty(), tokens.in("/pay/" + text + "00"));
        assertEquals(Optional.empty(), tokens.in("/pay/" + text + "/other"));
    }

    @Test
    void aTokenOfAnotherKeyOrMarketIsForged() {
        String path = "/pay/" + tokens.make("stkPush", "1500", "17").text();

        assertEquals(Optional.empty(), tokens("kenya", OTHER_KEY).in(path));
        assertEquals(Optional.empty(), tokens("drc", KEY).in(path));
        assertEquals(Optional.empty(), new CallbackTokens("kenya", CallbackKeys.random()).in(path));
        assertTrue(tokens("kenya", KEY).in(path).isPresent(), "another process with the same key knows it");
    }

    @Test
    void aKeyCanBeChangedWithoutLosingWhatIsOnItsWay() {
        String old = "/pay/" + tokens.make("stkPush", "1500", "17").text();
        CallbackTokens after = tokens("kenya", OTHER_KEY, KEY);
        String fresh = "/pay/" + after.make("stkPush", "1500", "18").text();

        assertTrue(after.in(old).isPresent());
        assertTrue(after.in(fresh).isPresent());
        assertTrue(tokens("kenya", OTHER_KEY).in(fresh).isPresent(), "the first one signs");
        assertFalse(tokens.in(fresh).isPresent());
    }

    @Test
    void anIdProvesWhatItWasMadeFor() {
        List<String> operations = List.of("other", "pay");
        String id = tokens.makeId("pay");

        assertTrue(id.matches("[0-9a-f]{32}"), id);
        assertEquals(Optional.of("pay"), tokens.operationOf(id, operations));
        assertEquals(Optional.empty(), tokens.operationOf(id, List.of("other")));
        assertEquals(Optional.empty(), tokens("drc", KEY).operationOf(id, operations));
        assertEquals(Optional.empty(), tokens("kenya", OTHER_KEY).operationOf(id, operations));
        assertEquals(Optional.of("pay"), tokens("kenya", OTHER_KEY, KEY).operationOf(id, operations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "my-own-id",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdeg",
                "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١",
            })
    void anIdThatSomebodyElseChoseProvesNothing(String id) {
        assertEquals(Optional.empty(), tokens.operationOf(id, List.of("pay")));
    }

    @Test
    void anIdIsNoTokenAndATokenNoId() {
        String token = tokens.make("pay", "", "").text();

        assertEquals(Optional.empty(), tokens.in("/pay/" + tokens.makeId("address") + tokens.makeId("address")));
        assertEquals(Optional.empty(), tokens.operationOf(token, List.of("pay", "address")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500", "1500.00", " 1500 ", "01500"})
    void oneAmountHasManySpellings(String told) {
        assertTrue(tokens.make("stkPush", "1500", "").fits(told));
    }

    @Test
    void anotherAmountDoesNotFit() {
        assertFalse(tokens.make("stkPush", "1500", "").fits("999"));
        assertFalse(tokens.make("stkPush", "1500", "").fits("many"));
        assertTrue(tokens.make("stkPush", "1500", "").fits(null), "a failure tells none");
        assertTrue(tokens.make("balance", "", "").fits("999"), "a question has none");
    }

    @Test
    void anAddressToRegisterForGoodIsSignedOnlyByAKeyThatStays() {
        assertTrue(tokens.in(tokens.lasting(BASE, "c2b").toString()).isPresent());
        assertEquals(BASE, new CallbackTokens("kenya", CallbackKeys.random()).lasting(BASE, "c2b"));
    }

    @Test
    void anEndlessAddressIsNotSearched() {
        assertEquals(Optional.empty(), tokens.in("/" + "00".repeat(1_000_000)));
    }

    @Test
    void showsNothingOfItself() {
        CallbackToken token = tokens.make("stkPush", "1500", "17");

        assertEquals("CallbackToken[stkPush, ***]", token.toString());
        assertEquals("CallbackAddress[***]", below(BASE, token).toString());
    }
}
