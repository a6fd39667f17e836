package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A short code goes where its length is taken; every other call refuses it before anything is sent. */
class ShortCodeTest {

    private static final String LONGEST = "123456789";
    private static final String LIFTABLE =
            " (no record shows that a gateway insists on it; liftDocumentedLimits() sends it all the same)";

    private final Sandbox sandbox =
            Sandbox.builder().credential("kenya.businessShortCode", LONGEST).start();
    private final Shop shop = Shop.open(sandbox.kenya());

    @AfterEach
    void close() {
        shop.close();
        sandbox.close();
    }

    @Test
    void theBalanceOfALongOneIsAskedFor() {
        assertFalse(
                shop.daraja().account().balance().await(Shop.SOON).accounts().isEmpty());
    }

    static Stream<Arguments> callsThatDoNotTakeIt() {
        return Stream.of(
                refused("PartyA", daraja -> daraja.b2c()
                        .pay(pay -> pay.amount(100).to(Shop.CUSTOMER))),
                refused("PartyA", daraja -> daraja.b2b()
                        .payBill(pay -> pay.amount(10).to("600000").reference("INV-001"))),
                refused("ReceiverParty", daraja -> daraja.transactions()
                        .reverse(undo -> undo.receipt("UCE0TESTR1").amount(10))));
    }

    private static Arguments refused(String field, Consumer<Daraja> call) {
        return Arguments.of(field, call);
    }

    @ParameterizedTest
    @MethodSource("callsThatDoNotTakeIt")
    void aCallThatDoesNotTakeItSaysWhichSettingIsMeant(String field, Consumer<Daraja> call) {
        assertRefused("shortCode (" + field + ") must be 5 to 7 digits" + LIFTABLE, () -> call.accept(shop.daraja()));
    }

    @Test
    void soDoesACallFromPlainJson() {
        JsonObject payout = new JsonObject();
        payout.addProperty("Amount", "100");
        payout.addProperty("PartyB", "254708374149");

        assertRefused("shortCode (PartyA) must be 5 to 7 digits" + LIFTABLE, () -> shop.daraja()
                .call("b2cPaymentV3", payout));
    }

    private void assertRefused(String words, Executable call) {
        InvalidInputException invalid = assertThrows(InvalidInputException.class, call);
        assertEquals(
                List.of(words),
                invalid.violations().stream().map(Violation::toString).toList());
        assertEquals(0, sandbox.kenya().journal().exchanges().size(), "nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345678", LONGEST})
    void theBuilderTakesWhatSomeCallTakes(String shortCode) {
        assertDoesNotThrow(() -> builder().shortCode(shortCode).build().close());
        assertDoesNotThrow(() -> builder().alsoReceives(shortCode).build().close());
    }

    @ParameterizedTest
    @CsvSource({"1234", "1234567890", "254708374149", "12345x"})
    void theBuilderRefusesWhatNoCallTakes(String shortCode) {
        assertEquals(
                "shortCode must be 5 to 9 digits, without blanks",
                refusal(builder().shortCode(shortCode)));
    }

    @Test
    void noNumberThatPushesDoNotTakeCollects() {
        String words = " must be 5 to 7 digits";

        assertEquals("payBill (BusinessShortCode)" + words, refusal(builder().payBill("12345678", "a-passkey")));
        assertEquals(
                "store number (BusinessShortCode)" + words, refusal(builder().till("12345678", "600001", "a-passkey")));
        assertEquals("till number (PartyB)" + words, refusal(builder().till("600000", "12345678", "a-passkey")));
    }

    @Test
    void theSpecHasAsManyDigitsAsTheBuilder() {
        assertEquals(List.of("accountBalance", "transactionStatus"), takers(LONGEST));
        assertEquals(List.of(), takers(LONGEST + "0"));
    }

    // The operations that take it where the client fills in the shortCode.
    private static List<String> takers(String shortCode) {
        return DarajaApi.OPERATIONS.stream()
                .filter(operation -> operation.fills().stream()
                        .filter(fill -> "shortCode".equals(fill.source()))
                        .anyMatch(fill -> {
                            JsonObject input = new JsonObject();
                            input.addProperty(fill.field(), shortCode);
                            InvalidInputException invalid = assertThrows(
                                    InvalidInputException.class,
                                    () -> operation.requestAdapter().of(input).check());
                            return invalid.violations().stream()
                                    .noneMatch(found -> found.wireName().equals(fill.field()));
                        }))
                .map(operation -> operation.id())
                .sorted()
                .toList();
    }

    private static DarajaBuilder builder() {
        return Daraja.builder().sandbox().app("key", "secret");
    }

    private static String refusal(DarajaBuilder builder) {
        List<Violation> violations =
                assertThrows(InvalidInputException.class, builder::build).violations();
        assertEquals(1, violations.size(), violations.toString());
        return violations.get(0).toString();
    }
}
