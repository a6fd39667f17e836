package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see first. */
@Timeout(240)
class QuickstartTest {

    private static final Pattern ANY_NUMBER = Pattern.compile(Stream.of(Market.values())
            .map(market -> market.numbers().prefix())
            .collect(Collectors.joining("|", "(?<!\\w)(254|", ")\\d{7,10}(?!\\w)")));

    @Test
    void kenyaIsToldAndTheOthersAreOffered() {
        String story = told();

        assertTrue(story.contains("\nKENYA"), story);
        assertEquals(1, count(story, "\nAll as told."));
        assertEquals(2, count(story, "Found, never re-sent."));
        String offer = flat(story.substring(story.indexOf("The other markets")));
        for (MarketCommands market : Markets.ALL) {
            assertEquals(!market.name().equals("kenya"), offer.matches(".*[ ,]" + market.name() + "[,.].*"), offer);
        }
    }

    @Test
    void colourIsForTerminalsAlone() {
        Shell.Result seen = new Shell().inColour().run("quickstart", "lesotho");

        assertTrue(seen.out().contains("\u001b[32m   proof   \u001b[0mThe"), seen.out());
        assertFalse(told("lesotho").contains("\u001b"), "a file has no colours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kenya | KENYA | Failed, for certain.",
                "tanzania | TANZANIA | RefusedException, for certain.",
                "ghana | GHANA | input_Amount=20.50, input_CustomerMSISDN=***, input_Country=GHA, input_Currency=GHS",
                "lesotho | LESOTHO | The number travelled with 11 digits.",
                "drc-openapi | DRC | input_Amount=8500, input_CustomerMSISDN=***, input_Country=DRC, input_Currency=CDF",
                "drc | DRC, by its SOAP gateway | this gateway has no known call that asks for its outcome",
                "mozambique | MOZAMBIQUE, by its own API | Each operation has a port of its own",
                "mozambique-openapi | MOZAMBIQUE, by the M-Pesa OpenAPI | The sandbox saw no further c2bPayment."
            })
    void oneMarketTellsItsOwnAlone(String market, String title, String particular) {
        String story = told(market);

        assertTrue(story.contains("\n" + title), story);
        assertTrue(flat(story).contains(particular), story);
        assertTrue(story.contains("Succeeded, receipt "), story);
        assertTrue(story.contains("proof   The customer's balance"), story);
        assertEquals(1, count(story, "\nAll as told."), story);
        assertFalse(ANY_NUMBER.matcher(story).find(), "customers are not named");
        assertTrue(story.lines().allMatch(QuickstartTest::fits), story);
    }

    @Test
    void tanzaniaTellsHowASessionBecomesLive() {
        String story = told("tanzania");

        // How often depends on how fast the machine comes back; that the payment waits does not.
        assertTrue(
                Pattern.compile("Asked [234] times, [123] turned away\\.")
                        .matcher(flat(story))
                        .find(),
                story);
        assertEquals(1, count(flat(story), "It waited until the session was live."), story);
        assertTrue(flat(story).contains("HTTP 401, error: failed, \"API or Session key is not authorized\""), story);
    }

    @Test
    void drcTellsWhatTheOthersDoNotHave() {
        String story = told("drc");

        assertEquals(4, count(story, "The sandbox saw this c2bPayment 1 time."), story);
        assertEquals(2, count(story, "The customer's balance fell by 2,500 francs."), story);
        for (String words : List.of(
                "c2bPaymentCallback: failed, code -3",
                "The customer's balance is what it was.",
                "Found by its callback.",
                "c2bPayment: unknown, code 4, \"Session Expired\"",
                "Not re-sent.",
                "login: failed, code 3, \"Invalid Credentials\"",
                "The sandbox saw no further c2bPayment.",
                "Username=***, Password=***")) {
            assertTrue(flat(story).contains(words), words + " is not in:" + story);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"egypt", "drc-soap", "Kenia"})
    void anUnknownMarketIsToldTheKnownOnes(String name) {
        Shell.Result refused = new Shell().run("quickstart", name);

        assertEquals(2, refused.exit());
        assertEquals("", refused.out());
        for (MarketCommands market : Markets.ALL) {
            assertTrue(refused.err().contains(market.name()), refused.err());
        }
    }

    private static String told(String... market) {
        String[] words = market.length == 0 ? new String[] {"quickstart"} : new String[] {"quickstart", market[0]};
        Shell.Result story = new Shell().run(words);
        assertEquals(0, story.exit(), story.everything());
        assertEquals("", story.err());
        return story.out();
    }

    // A word that is longer than a line, such as an address, is not broken.
    private static boolean fits(String line) {
        return line.equals(line.stripTrailing())
                && (line.length() <= 80
                        || !line.strip().replaceFirst("^[a-z]+ +", "").contains(" "));
    }

    private static String flat(String story) {
        return story.replaceAll("\\s+", " ");
    }

    private static long count(String story, String words) {
        return Pattern.compile(Pattern.quote(words)).matcher(story).results().count();
    }
}
