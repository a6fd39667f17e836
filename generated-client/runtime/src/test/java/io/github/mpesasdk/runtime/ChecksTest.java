package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private static List<String> broken(Checks checks) {
        return checks.found().stream().map(Violation::toString).toList();
    }

    // What remains where a caller lifts documented limits.
    private static long standing(Checks checks) {
        return checks.found().stream()
                .filter(violation -> !violation.liftable())
                .count();
    }

    private static Checks field(Rule.Builder rule, @Nullable Object value) {
        return Checks.of(UnknownFields.NONE).field(rule.build(), value);
    }

    @Test
    void reportsEverythingAtOnceAndQuotesNothing() {
        Parcel parcel = new Parcel(
                "secret",
                new BigDecimal("999999.5"),
                null,
                Parcel.Size.of("hidden"),
                null,
                List.of("stamp"),
                UnknownFields.NONE);

        InvalidInputException invalid = assertThrows(InvalidInputException.class, parcel::check);

        assertEquals(
                "Parcel is not valid, nothing was sent: Label must have at most 5 characters, has 6; "
                        + "Price must be whole shillings; Price must be at most 250000; "
                        + "Size must be one of small; Stamps must have at most 3 characters, has 5",
                invalid.getMessage());
        assertEquals(5, invalid.violations().size());
    }

    /** Three blanks are three characters, and tell a customer as much as none. */
    @Test
    void whereSomethingMustStandBlanksAreNothing() {
        assertEquals(
                List.of("Label must not be empty"),
                broken(field(Rule.of("Label").minimumLength(1), "")));
        for (String blank : List.of(" ", "   ", "\t\u2003", "\u00a0")) {
            Rule.Builder rule = Rule.of("Label").minimumLength(1).evidence("minLength", "documented");
            assertEquals(List.of("Label must not be blank"), broken(field(rule, blank)));
            assertEquals(1, standing(field(rule, blank)), "nobody lifts it");
            assertEquals(List.of(), broken(field(Rule.of("Label").maximumLength(5), blank)));
        }
    }

    @Test
    void namesThePathOfANestedField() {
        InvalidInputException invalid =
                assertThrows(InvalidInputException.class, () -> Parcel.around(Parcel.around(Parcel.labelled(null)))
                        .check());

        assertEquals(List.of(new Violation("Inner.Inner.Label", "is required")), invalid.violations());
    }

    @Test
    void aRequiredFieldMustBeThere() {
        assertEquals(List.of("A is required"), broken(field(Rule.of("A").required(), null)));
        assertEquals(List.of(), broken(field(Rule.of("A"), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"174379\n", "174379\r\n", "\n174379", "17437x", ""})
    void aPatternEndsWhereTheTextEnds(String value) {
        Rule.Builder rule = Rule.of("ShortCode").pattern("^\\d{5,7}$").hint("5 to 7 digits");

        assertEquals(List.of("ShortCode must be 5 to 7 digits"), broken(field(rule, value)));
    }

    @Test
    void aDollarSignThatIsTextStaysText() {
        assertEquals(List.of(), broken(field(Rule.of("A").pattern("^US\\$"), "US$5")));
    }

    @ParameterizedTest
    @CsvSource({"0.99,A must be at least 1", "250000.01,A must be at most 250000", "many,A must be a number"})
    void aRangeIsKept(String value, String report) {
        assertEquals(List.of(report), broken(field(Rule.of("A").minimum("1").maximum("250000"), value)));
    }

    @Test
    void anAmountIsJudgedAsItGoesOnTheWire() {
        Rule.Builder whole = Rule.of("Amount").pattern("^[1-9][0-9]*$");

        assertEquals(List.of(), broken(field(whole, new BigDecimal("5E+2"))));
        assertEquals(List.of(), broken(field(whole, new BigDecimal("500.00"))));
    }

    @Test
    void anAmountOfABillionDigitsIsRefusedUnwritten() {
        assertEquals(
                List.of("Amount has more digits than any amount"),
                broken(field(Rule.of("Amount"), new BigDecimal("1E+1000000000"))));
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        assertEquals(List.of(), broken(field(Rule.of("A").maximumLength(1), "😀")));
    }

    @Test
    void oneOfSeveralFieldsMustBeThere() {
        Checks none = field(Rule.of("A"), null).requiresOneOf("A", "B");

        assertEquals(List.of("A or B is required: give at least one"), broken(none));
        assertEquals(List.of(), broken(field(Rule.of("B"), "x").requiresOneOf("A", "B")));
    }

    @Test
    void aFieldCanBeRequiredByTheValueOfAnother() {
        assertEquals(
                List.of("Account is required when Command is PayBill"),
                broken(field(Rule.of("Command"), "PayBill").requiredWhen("Account", "Command", "PayBill")));
        assertEquals(
                List.of(), broken(field(Rule.of("Command"), "BuyGoods").requiredWhen("Account", "Command", "PayBill")));
    }

    @Test
    void aFieldCanBeForbiddenByTheValueOrTheAbsenceOfAnother() {
        Checks command =
                field(Rule.of("Command"), "BuyGoods").field(Rule.of("Account").build(), "INV-1");

        assertEquals(
                List.of("Account must be left out when Command is BuyGoods"),
                broken(command.forbiddenWhen("Account", "Command", "BuyGoods")));
        assertEquals(
                List.of("Account must be left out unless Store is given"),
                broken(field(Rule.of("Account"), "INV-1").forbiddenWithout("Account", "Store")));
        assertEquals(
                List.of(),
                broken(field(Rule.of("Account"), null)
                        .forbiddenWhen("Account", "Command", "BuyGoods")
                        .forbiddenWithout("Account", "Store")));
    }

    @Test
    void aPatternCanBeNarrowerByTheValueOfAnotherFieldEvenOfALaterOne() {
        Rule.Builder msisdn = Rule.of("Msisdn")
                .pattern("^[0-9]{11,14}$")
                .patternsBy("Country", Map.of("LES", "^266[0-9]{8}$", "TZN", "^255[0-9]{9}$"))
                .testValues("^0{8}[0-9]{4}$");
        Rule country = Rule.of("Country").build();

        assertEquals(
                List.of("Msisdn must match ^266[0-9]{8}$ when Country is LES"),
                broken(field(msisdn, "255744000001").field(country, "LES")));
        assertEquals(
                List.of("Msisdn must match ^255[0-9]{9}$ when Country is TZN"),
                broken(field(msisdn, List.of("26650000001", "255744000001")).field(country, "TZN")));
        assertEquals(List.of(), broken(field(msisdn, "26650000001").field(country, "LES")));
        assertEquals(List.of(), broken(field(msisdn, "000000000001").field(country, "LES")));
        assertEquals(List.of(), broken(field(msisdn, "255744000001").field(country, "GHA")));
        assertEquals(List.of(), broken(field(msisdn, "255744000001").field(country, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/MPesa/pay", "https://myMPESAshop.example/pay"})
    void aWordBetweenStarsIsForbiddenInAnyCaseOfLettersAndInsideWords(String address) {
        Rule.Builder rule = Rule.of("CallBackURL").forbiddenWords("*mpesa*", "exe");

        assertEquals(
                List.of(
                        "CallBackURL must not contain \"mpesa\": gateways may refuse such an address, or never call it"),
                broken(field(rule, address)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/Exe/pay, false",
        "https://shop.example/pay.exe, false",
        "https://executive.example/pay, true",
        "https://shop.example/pay, true"
    })
    void aWordWithoutStarsIsForbiddenOnlyAlone(String address, boolean allowed) {
        Checks checks = field(Rule.of("CallBackURL").forbiddenWords("*mpesa*", "exe"), address);

        if (allowed) {
            assertEquals(List.of(), broken(checks));
        } else {
            assertEquals(1, broken(checks).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"documented, true", "single-source, true", "inferred, true", "captured, false", ", false"})
    void aLimitMayBeLiftedUnlessAGatewayWasSeenToEnforceIt(@Nullable String grade, boolean liftable) {
        Rule.Builder rule = Rule.of("AccountReference").maximumLength(12).pattern("^[a-z0-9]+$");
        if (grade != null) {
            rule.evidence("maxLength", grade);
        }

        assertEquals(liftable ? 0 : 1, standing(field(rule, "invoice1234567")));
        assertEquals(liftable ? 1 : 2, standing(field(rule, "invoice-1234567")));
    }

    @Test
    void aNarrowerPatternMayBeLiftedLikeAnyOtherLimit() {
        Rule.Builder msisdn = Rule.of("Msisdn")
                .patternsBy("Country", Map.of("LES", "^266[0-9]{8}$"))
                .evidence("x-pattern-by", "inferred");
        Checks checks = field(msisdn, "255744000001").field(Rule.of("Country").build(), "LES");

        assertEquals(1, broken(checks).size());
        assertEquals(0, standing(checks));
    }

    @Test
    void anUnknownEnumValueIsReportedOnce() {
        Checks checks = field(Rule.of("Size"), Parcel.Size.of("huge")).requiresOneOf("Size");

        assertEquals(List.of("Size must be one of small"), broken(checks));
    }

    @Test
    void aValueThatIsTextOrNumberIsJudgedByItsText() {
        assertFalse(broken(field(Rule.of("A").maximumLength(2), TextOrNumber.of(123)))
                .isEmpty());
        assertTrue(
                broken(field(Rule.of("A").pattern("^x$"), TextOrNumber.of("y"))).contains("A must match ^x$"));
    }
}
