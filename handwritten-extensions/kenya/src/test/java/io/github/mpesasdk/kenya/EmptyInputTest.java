package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushDescription;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushDraft;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no input at all, or cannot be sent as it stands, is named, and nothing is sent. */
class EmptyInputTest extends ShopTest {

    EmptyInputTest(KenyaSandbox kenya) {
        super(kenya);
    }

    static Stream<Arguments> descriptions() {
        return Stream.of(Arguments.of(null, "is null"), Arguments.of((StkPushDescription) push -> null, "null"));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void aLambdaThatSaysNothingIsNamed(@Nullable StkPushDescription describe, String rule) {
        InvalidInputException now =
                refused("stk().push", () -> shop.daraja().stk().push(describe));
        CompletableFuture<?> later = shop.daraja().stk().pushAsync(describe);

        assertEquals(1, now.violations().size(), now.getMessage());
        assertTrue(now.getMessage().contains(rule), now.getMessage());
        assertInstanceOf(
                InvalidInputException.class,
                assertThrows(CompletionException.class, later::join).getCause());
    }

    @Test
    void everyKindOfCallRefusesANull() {
        Daraja daraja = shop.daraja();

        refused("b2c().pay", () -> daraja.b2c().pay(null));
        refused("qr().generate", () -> daraja.qr().generate(null));
        refused("The input of stkPush", () -> daraja.call("stkPush", null));
        refused("The call", () -> daraja.call(null, new JsonObject()));
        refused("The input of stkPush", () -> daraja.api().stk().stkPush(null));
        refused("stk().status", () -> daraja.stk().status(null));
        refused("transactions().status", () -> daraja.transactions().status(null));
        refused("transactions().statusOfConversation", () -> daraja.transactions()
                .statusOfConversation(null));
        refused("pull().query", () -> daraja.pull().query(null));
        refused("find", () -> daraja.find(null, Shop.SOON));
        refused("c2b().register", () -> daraja.c2b().register(at -> at.confirmation(null)
                .validation(URI.create("https://shop.example/v"))
                .unanswered(C2bResponseType.COMPLETED)));
        refused("c2b().simulatePayBill", () -> daraja.c2b()
                .simulatePayBill(paid -> paid.amount(1).from((String) null).reference("INV-001")));
    }

    @Test
    void aDraftIsSentOnce() throws InterruptedException {
        StkPushDraft[] kept = new StkPushDraft[1];
        shop.daraja().stk().push(push -> kept[0] = Shop.tea(push)).await(Shop.SOON);

        InvalidInputException invalid = assertThrows(
                InvalidInputException.class, () -> shop.daraja().stk().push(push -> kept[0]));

        assertTrue(invalid.getMessage().contains("another call"), invalid.getMessage());
        TimeUnit.MILLISECONDS.sleep(50);
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBottomlessInputIsRefused(boolean isList) {
        JsonObject input = new JsonObject();
        JsonElement inner = new JsonObject();
        for (int depth = 0; depth < 200_000; depth++) {
            JsonArray list = new JsonArray();
            JsonObject object = new JsonObject();
            list.add(inner);
            object.add("a", inner);
            inner = isList ? list : object;
        }
        input.add("Amount", inner);

        assertTrue(refused("The input of stkPush", () -> shop.daraja().call("stkPush", input))
                .getMessage()
                .contains("32"));
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                half("reference", push -> push.reference("INV\ud83d1")),
                half("description", push -> push.description("Tea\ude00")),
                half("order", push -> push.order("17\ud83d")));
    }

    private static Arguments half(String field, UnaryOperator<StkPushDraft> spoil) {
        return Arguments.of(field, spoil);
    }

    @ParameterizedTest
    @MethodSource("halves")
    void halfACharacterIsRefusedByName(String field, UnaryOperator<StkPushDraft> spoil) {
        InvalidInputException invalid =
                refused("stk().push", () -> shop.daraja().stk().push(push -> spoil.apply(Shop.tea(push))));

        assertEquals(
                List.of(field),
                invalid.violations().stream().map(Violation::field).toList(),
                invalid.getMessage());
    }

    private InvalidInputException refused(String call, Executable attempt) {
        MpesaException error = assertThrows(MpesaException.class, attempt);
        InvalidInputException invalid = assertInstanceOf(InvalidInputException.class, error);
        assertTrue(invalid.getMessage().startsWith(call), invalid.getMessage());
        assertEquals(0, kenya.journal().exchanges().size(), "nothing was sent");
        return invalid;
    }
}
