package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.drc.wsimport.DataItem;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Callbacks by the WSDL: those on record are accepted by its service, and what its client sends is read by us. */
class CallbackProofTest {

    @Test
    void theStackTakesACallbackWithoutHeaderAndInItsOwnOrder() throws Exception {
        try (ProofHost host = ProofHost.start()) {
            assertEquals(
                    202,
                    ProofHost.post(host.at("/callback"), ProofMessages.c2bCallback("0", ""))
                            .statusCode());

            ProofReceiver.Seen seen = host.receiver.next();
            assertNull(seen.eventId());
            assertEquals(10, seen.items().size());
            assertEquals(List.of("ResultType", "String", "0"), seen.items().get(0));
            assertEquals(
                    List.of("ThirdPartyReference", "String", ProofMessages.REFERENCE),
                    seen.items().get(5));
        }
    }

    @Test
    void theStackTakesACallbackWithHeader() throws Exception {
        try (ProofHost host = ProofHost.start()) {
            assertEquals(
                    202,
                    ProofHost.post(host.at("/callback"), ProofMessages.b2cCallback())
                            .statusCode());

            ProofReceiver.Seen seen = host.receiver.next();
            assertEquals("1", seen.eventId());
            assertEquals(10, seen.items().size());
            assertEquals(
                    List.of("TransactionID", "String", "X-BS00001"),
                    seen.items().get(5));
        }
    }

    @Test
    void weReadWhatAClientOfWsimportCallsBackWith() {
        String body = sentByTheirs(
                "1",
                "ResultType=0",
                "ResultCode=0",
                "OriginatorConversationId=3f2e1d0c",
                "ConversationId=7a6b5c4d",
                "TransactionID=X-BS00001",
                "ThirdPartyReference=" + ProofMessages.REFERENCE);

        DrcB2cCallback event = assertInstanceOf(DrcB2cCallback.class, receive(body));
        assertEquals("0", event.resultCode());
        assertEquals("X-BS00001", event.transactionId());
        assertEquals(ProofMessages.REFERENCE, event.thirdPartyReference());
    }

    // It writes an absent header as xsi:nil, which the gateway never does.
    @Test
    void weReadOneWithoutAnEvent() {
        String body = sentByTheirs(
                null, "ResultType=-1", "ResultCode=-3", "ThirdPartyReference=" + ProofMessages.REFERENCE, "Amount=25");

        DrcC2bCallback event = assertInstanceOf(DrcC2bCallback.class, receive(body));
        assertEquals("-3", event.resultCode());
        assertEquals("25", event.amount());
    }

    private static DrcCallback receive(String body) {
        try (ProofHost host = ProofHost.start();
                DrcGateway drc = TestGateway.settings().at(host.base()).build()) {
            return drc.callbacks()
                    .receive(TestGateway.freshAddress("c2bPayment"), body)
                    .event()
                    .orElseThrow();
        }
    }

    private static String sentByTheirs(@Nullable String eventId, String... items) {
        DataItem list = new DataItem();
        Stream.of(items).map(item -> item.split("=", 2)).forEach(item -> list.getDataItem()
                .add(ProofGateway.item(item[0], item[1])));
        try (DyingServer shop = DyingServer.start(Fates.answer("200 OK", ""))) {
            ProofHost.theirCallbacks(shop.baseUrl()).getGenericResult(list, eventId);
            return shop.requests().get(0).body();
        }
    }
}
