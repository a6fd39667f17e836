package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be looked up: operations, codes, help. */
class ReferenceCommandsTest {

    @Test
    void listsEveryOperation() {
        JsonArray operations = run("operations", "--json").json().getAsJsonArray();

        assertEquals(everyOperation(), operations.size());
        JsonObject push = operations.asList().stream()
                .map(element -> element.getAsJsonObject())
                .filter(operation -> operation.get("id").getAsString().equals("stkPush"))
                .findFirst()
                .orElseThrow();
        assertEquals("kenya", push.get("market").getAsString());
        assertEquals("POST", push.get("method").getAsString());
        assertEquals("/mpesa/stkpush/v1/processrequest", push.get("path").getAsString());
        assertEquals("money", push.get("effect").getAsString());
        assertEquals("documented", push.get("evidence").getAsString());
        assertTrue(push.get("retryRule").getAsString().startsWith("never"));
    }

    @Test
    void listsThemForPeopleInColumns() {
        String table = run("operations").out();

        assertTrue(table.lines().allMatch(line -> line.length() <= 80), table);
        assertTrue(table.lines().anyMatch(line -> line.matches("  reversal +money +Reverse a payment")), table);
        assertTrue(table.lines().anyMatch(line -> line.matches("  stkQuery +query +Ask what became.*")), table);
        assertTrue(
                table.contains("tanzania, ghana, lesotho, drc-openapi, mozambique-openapi"), "one API is listed once");
        assertTrue(flat(table).contains("money: never re-sent"), table);

        String wide = run("operations", "--wide").out();
        assertEquals(everyOperation() + 1, wide.lines().count());
        assertTrue(wide.lines().anyMatch(line -> line.matches("lesotho +reversal +PUT +/reversal/ +money +.*")), wide);
        assertTrue(wide.lines().anyMatch(line -> line.matches("kenya +stkQuery +POST +/mpesa\\S+ +query +.*")), wide);
    }

    @Test
    void theOperationsOfOneMarketAreListedAlone() {
        String lesotho = run("operations", "Lesotho", "--wide").out();

        assertEquals(VodacomApi.OPERATIONS.size() + 1, lesotho.lines().count());
        assertFalse(lesotho.contains("PORT"), "it has none");
        Shell.Result unknown = new Shell().run("operations", "egypt");
        assertEquals(2, unknown.exit());
        assertTrue(unknown.err().contains("drc-openapi, mozambique-openapi, drc, mozambique"), unknown.err());
    }

    @Test
    void portsAreListedWhereEachOperationHasOne() {
        Map.of("mozambique", MozambiqueApi.OPERATIONS, "drc", DrcApi.OPERATIONS).forEach((market, operations) -> {
            String own = run("operations", market, "--wide").out();
            assertTrue(own.lines().findFirst().orElse("").matches("MARKET +ID +METHOD +PORT +PATH .*"), own);
            operations.forEach(operation -> assertTrue(
                    own.lines()
                            .anyMatch(line -> line.contains(" " + operation.id() + " ")
                                    && line.contains(" " + operation.port().getAsInt() + " ")),
                    own));
        });

        JsonArray all = run("operations", "--json").json().getAsJsonArray();
        all.forEach(element -> {
            JsonObject operation = element.getAsJsonObject();
            boolean isOwn =
                    Set.of("mozambique", "drc").contains(operation.get("market").getAsString());
            assertEquals(!isOwn, operation.get("port").isJsonNull(), operation.toString());
        });
    }

    @Test
    void eventsAreListedWhereOperationsShareAnAddress() {
        String drc = run("operations", "drc", "--wide").out();

        assertTrue(drc.lines().anyMatch(line -> line.matches("drc +c2bPayment +.* /insight/SOAPIn +80049 .*")), drc);
        assertTrue(drc.lines().anyMatch(line -> line.matches("drc +login +.* /insight/SOAPIn +2500 .*")), drc);
        assertFalse(run("operations", "mozambique", "--wide").out().contains("EVENT"), "it has none");
        run("operations", "--json").json().getAsJsonArray().forEach(element -> {
            JsonObject operation = element.getAsJsonObject();
            boolean isOfDrc = operation.get("market").getAsString().equals("drc");
            assertEquals(!isOfDrc, operation.get("event").isJsonNull(), operation.toString());
        });
    }

    @Test
    void explainsEveryCodeOfEveryCatalogue() {
        Map<String, Catalogue> catalogues = Map.of(
                "kenya", DarajaCodes.CATALOGUE,
                "tanzania", VodacomCodes.CATALOGUE,
                "mozambique-openapi", VodacomCodes.CATALOGUE,
                "mozambique", MozambiqueCodes.CATALOGUE,
                "drc", DrcCodes.CATALOGUE);
        catalogues.forEach(
                (market, catalogue) -> Stream.concat(catalogue.errors().stream(), catalogue.results().stream())
                        .filter(code -> !code.value().isEmpty())
                        .forEach(code -> assertTrue(
                                flat(run("explain", market, code.value()).out()).contains(flat(code.meaning())),
                                market + " " + code.value())));
    }

    @Test
    void oneCodeOfTwoApisHasTwoMeanings() {
        String openApi = run("explain", "mozambique-openapi", "INS-23").out();
        String own = run("explain", "mozambique", "INS-23").out();

        assertEquals(openApi, run("explain", "Tanzania", "INS-23").out().replace("tanzania", "mozambique-openapi"));
        assertNotEquals(openApi.replace("mozambique-openapi", "mozambique"), own);
        assertTrue(openApi.contains("not found"), openApi);
        assertFalse(own.contains("not found"), own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | | yes, the outcome is settled",
                "-3 | Failed response initiating payment . | yes, the outcome is settled",
                "-3 | Request timed out | no, it settles nothing",
                "-1 | | no, it settles nothing",
                "3 | Invalid Credentials | yes, the request was refused and moved nothing",
                "4 | Session Expired | configuration, single-source",
                "4 | something else | no, it settles nothing",
                "Duplicate | | no, it settles nothing",
                "Client | Cannot find dispatch method for {} | yes, the request was refused and moved nothing",
                "Client | something else | no, it settles nothing",
                "Server | | no, it settles nothing",
                "INS-0 | | not in the catalogue"
            })
    void explainsTheCodesOfTheDrc(String code, @Nullable String message, String words) {
        String[] command = message == null
                ? new String[] {"explain", "drc", code}
                : new String[] {"explain", "drc", code, message};

        assertTrue(flat(run(command).out()).contains(words), run(command).out());
    }

    @Test
    void theMessageTellsOverloadedCodesApart() {
        Code pending = DarajaCodes.CATALOGUE.errors().stream()
                .filter(code -> code.value().equals("500.001.1001") && code.message() != null)
                .findFirst()
                .orElseThrow();
        JsonObject all =
                run("explain", "kenya", "500.001.1001", "--json").json().getAsJsonObject();
        JsonObject one = run("explain", "kenya", "500.001.1001", "It said: " + pending.message(), "--json")
                .json()
                .getAsJsonObject();

        assertTrue(all.getAsJsonArray("meanings").size() > 1);
        assertEquals(1, one.getAsJsonArray("meanings").size());
        assertEquals(
                pending.meaning(),
                one.getAsJsonArray("meanings")
                        .get(0)
                        .getAsJsonObject()
                        .get("meaning")
                        .getAsString());
    }

    @Test
    void aCodeThatNobodyKnowsIsSaidToBeUnknown() {
        Shell.Result text = run("explain", "kenya", "99.99");
        JsonObject json = run("explain", "kenya", "99.99", "--json").json().getAsJsonObject();

        assertTrue(text.out().contains("not in the catalogue"), text.out());
        assertTrue(text.out().contains("settles nothing"), text.out());
        assertFalse(json.get("known").getAsBoolean());
    }

    @Test
    void withoutAMarketAllAreSearched() {
        String timeout = run("explain", "1037").out();
        assertTrue(timeout.startsWith("kenya 1037"), timeout);

        String several = flat(run("explain", "INS-23").out());
        assertTrue(several.contains("tanzania, ghana, lesotho, drc-openapi, mozambique-openapi INS-23"), several);
        assertTrue(several.contains(" mozambique INS-23"), several);

        JsonObject json = run("explain", "1037", "--json").json().getAsJsonObject();
        assertTrue(json.get("market").isJsonNull());
        assertTrue(json.get("known").getAsBoolean());
        assertEquals(
                "[\"kenya\"]",
                json.getAsJsonArray("meanings")
                        .get(0)
                        .getAsJsonObject()
                        .get("markets")
                        .toString());
        assertFalse(run("explain", "99.99", "--json")
                .json()
                .getAsJsonObject()
                .get("known")
                .getAsBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "the operator does not exist, SFC_IC0003",
        "The operator does not exist., SFC_IC0003",
        "insufficient balance, kenya 1",
        "wrong PIN, kenya 2001",
        "insufficient balance, INS-2006",
        "Error Occurred: Invalid Access Token, 401.002.01"
    })
    void wordsAreSearchedForInEveryMarket(String words, String found) {
        String answer = run("explain", words).out();
        assertTrue(answer.lines().limit(1).noneMatch(line -> line.endsWith("***")), answer);

        assertTrue(answer.contains(found), answer);
        assertTrue(answer.lines().allMatch(line -> line.length() <= 80), answer);
    }

    @Test
    void wordsAreSearchedForInOneMarket() {
        String answer = run("explain", "KENYA", "the operator does not exist").out();

        assertTrue(
                answer.lines()
                        .filter(line -> !line.startsWith(" ") && !line.isEmpty())
                        .allMatch("kenya SFC_IC0003"::equals),
                answer);
        assertTrue(run("explain", "qwertyuiop asdfgh").out().contains("No catalogue has these words"));
    }

    @Test
    void aMisspeltMarketIsNoCode() {
        Shell.Result refused = new Shell().run("explain", "kenia", "1032");

        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("Did you mean kenya?"), refused.err());
        assertEquals(2, new Shell().run("explain", "kenya").exit());
        assertEquals(
                2, new Shell().run("explain", "kenya", "1", "balance", "low").exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quickstart", "sandbox", "operations", "call", "decode", "explain", "encrypt", "completion"})
    void everyCommandHelpsWithAnExample(String command) {
        String help = run(command, "--help").out();

        assertTrue(help.contains("Usage: mpesa " + command), help);
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("\n  mpesa ") || help.contains("mpesa " + command), help);
        assertTrue(run(command, "--version").out().startsWith("mpesa "), command);
        assertTrue(run("--help").out().contains("  " + command), command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "operations", "call", "decode", "explain"})
    void theHelpNamesEveryMarket(String command) {
        String help = run(command, "--help").out();

        Markets.ALL.forEach(market -> assertTrue(
                Pattern.compile("[ ,]" + market.name() + "[ ,.;]")
                        .matcher(help.replaceAll("\\s+", " "))
                        .find(),
                help));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "explain", "completion"})
    void helpIsACommandToo(String command) {
        assertEquals(run(command, "--help").out(), run("help", command).out());
        assertEquals(run("--help").out(), run("help").out());
        Shell.Result unknown = new Shell().run("help", "cal");
        assertEquals(2, unknown.exit());
        assertEquals("", unknown.out());
        assertTrue(unknown.err().contains("Did you mean call?"), unknown.err());
    }

    @Test
    void theHelpTellsTheExitCodesAndTheVariables() {
        String help = run("--help").out();
        assertTrue(Stream.of("0  done", "1  refused", "2  bad input", "3  a payment", "4  could not connect")
                .allMatch(help::contains));
        assertTrue(run("call", "--help").out().contains("MPESA_KENYA_CONSUMER_KEY"));
        assertTrue(run("call", "--help").out().contains("MPESA_TANZANIA_API_KEY"));
        assertTrue(run("call", "--help").out().contains("MPESA_DRC_USERNAME"));
        assertTrue(run("call", "--help").out().contains("MPESA_DRC_PASSWORD"));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertFalse(run("--version").out().contains("$"));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static int everyOperation() {
        return DarajaApi.OPERATIONS.size()
                + Market.values().length * VodacomApi.OPERATIONS.size()
                + MozambiqueApi.OPERATIONS.size()
                + DrcApi.OPERATIONS.size();
    }

    private static Shell.Result run(String... words) {
        Shell.Result result = new Shell().run(words);
        assertEquals(0, result.exit(), result.err());
        assertEquals("", result.err());
        return result;
    }
}
