package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the gateway says to a message it understands. */
final class Replies {

    private static final String SESSION_EXPIRED = "Session Expired";
    private static final String INVALID_CREDENTIALS = "Invalid Credentials";

    private final DrcState state;
    private final Payments payments;

    Replies(DrcState state) {
        this.state = state;
        this.payments = new Payments(state);
    }

    /** Acts on a message. */
    MarketAnswer handle(Event event, SoapRequest request, List<Violation> violations, Set<Fault> faults) {
        if (event != Event.LOGIN && state.caller(event, request).isEmpty()) {
            return error(event, request, SESSION_EXPIRED);
        }
        Optional<String> refusal = RequestRules.refusal(event, violations);
        if (refusal.isPresent()) {
            return invalid(request, refusal.get());
        }
        return event == Event.LOGIN ? login(request) : pay(event, request, faults);
    }

    /** How the gateway words an invalid message is not known; that the words Invalid Packet are in it, is. */
    MarketAnswer invalid(SoapRequest request, String why) {
        return state.answers.answer(
                request.eventId(), EventInfo.error("Invalid Packet: " + why), request.items(), List.of());
    }

    /** The answer to a good message, as if it were refused for its session. */
    MarketAnswer rejected(Event event, SoapRequest request) {
        return event == Event.LOGIN ? wrongCredentials(request) : error(event, request, SESSION_EXPIRED);
    }

    /** The answer to a good message, with a response code that does not accept. */
    MarketAnswer refusedByResponseCode(Event event, SoapRequest request) {
        return event == Event.LOGIN
                ? processed(event, request, List.of(Item.text("SessionID", INVALID_CREDENTIALS)))
                : processed(event, request, List.of(Item.text("ResponseCode", "1")));
    }

    private MarketAnswer login(SoapRequest request) {
        return state.caller(Event.LOGIN, request)
                .map(login -> state.sessions.open(login, DrcState.MARKET, state.random.hex(16)))
                .map(session -> processed(Event.LOGIN, request, List.of(Item.text("SessionID", session))))
                .orElseGet(() -> wrongCredentials(request));
    }

    private MarketAnswer wrongCredentials(SoapRequest request) {
        List<Item> words = List.of(Item.text("SessionID", INVALID_CREDENTIALS));
        return state.wrongCredentials == WrongCredentialsForm.PROCESSED
                ? processed(Event.LOGIN, request, words)
                : state.answers.answer(
                        Event.LOGIN.id, EventInfo.error("Authentication Failed"), request.items(), words);
    }

    private MarketAnswer pay(Event event, SoapRequest request, Set<Fault> faults) {
        Optional<String> stranger = Merchant.ONLY.stranger(event, request);
        if (stranger.isPresent()) {
            // Inferred: what happens to another merchant's payment is recorded nowhere.
            return invalid(request, stranger.get() + " is not known");
        }
        if (!state.take(request.text("ThirdPartyReference"))) {
            return processed(event, request, List.of(Item.text("ResponseCode", "Duplicate")));
        }
        boolean asC2b = event == Event.C2B || state.b2cAnswer == B2cAnswerForm.INSIGHT_REFERENCE;
        String id = asC2b ? state.random.hex(16).toUpperCase(Locale.ROOT) : state.random.smallLetters(32);
        payments.begin(event, request, id, faults);
        return asC2b
                ? processed(
                        Event.C2B,
                        request,
                        List.of(
                                Item.text("InsightReference", id),
                                Item.text("ResponseCode", "0"),
                                Item.text("CustomerMSISDN", request.text("CustomerMSISDN"))))
                : processed(Event.B2C, request, List.of(Item.text("Insight_txid", id), Item.text("ResponseCode", "0")));
    }

    private MarketAnswer processed(Event event, SoapRequest request, List<Item> response) {
        return state.answers.answer(event.id, EventInfo.processed(state.random.hex(16)), request.items(), response);
    }

    private MarketAnswer error(Event event, SoapRequest request, String detail) {
        return state.answers.answer(event.id, EventInfo.error(detail), request.items(), List.of());
    }
}
