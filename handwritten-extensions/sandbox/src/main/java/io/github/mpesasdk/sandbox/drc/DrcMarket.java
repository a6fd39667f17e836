package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.SandboxMarket;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The SOAP gateway: two addresses, and one message for everything. For the server, not for users. */
public final class DrcMarket implements SandboxMarket {

    private final DrcState state;
    private final Replies replies;

    /** A gateway with credentials of its own, drawn now. */
    public DrcMarket(MarketContext context) {
        state = new DrcState(context);
        replies = new Replies(state);
    }

    @Override
    public Set<String> operationIds() {
        return Event.operationIds();
    }

    @Override
    public String name() {
        return DrcState.MARKET;
    }

    @Override
    public boolean owns(String path) {
        return path.matches("/(insight|iPG)/[^/]*");
    }

    @Override
    public Judgement judge(MarketRequest request) {
        if (!isCall(request)) {
            return new Judgement(null, null, List.of());
        }
        List<Violation> found = new ArrayList<>();
        if (!isXml(request)) {
            found.add(Violation.invalid("Content-Type", "Content-Type is not text/xml"));
        }
        SoapRequest soap;
        try {
            soap = SoapRequest.read(request.body());
        } catch (NoSoapException e) {
            found.add(Violation.invalid("", String.valueOf(e.getMessage())));
            return new Judgement(null, null, List.copyOf(found));
        }
        Optional<Event> event = Event.of(request.path(), soap);
        if (event.isEmpty()) {
            found.add(Violation.invalid("EventID", "EventID is not known at this address"));
            return new Judgement(null, null, List.copyOf(found));
        }
        found.addAll(RequestRules.violations(event.get(), soap));
        String caller = state.caller(event.get(), soap).map(DrcLogin::name).orElse(null);
        return new Judgement(event.get().operationId, caller, List.copyOf(found));
    }

    @Override
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        if (!isCall(request)) {
            return noCall(request);
        }
        if (!isXml(request)) {
            return MarketAnswer.empty(415);
        }
        try {
            SoapRequest soap = SoapRequest.read(request.body());
            return Event.of(request.path(), soap)
                    .map(event -> replies.handle(event, soap, judgement.violations(), faults))
                    .orElseGet(() -> replies.invalid(soap, "EventID is not known at this address"));
        } catch (NoSoapException e) {
            return SoapAnswers.fault(500, "Client", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        return Firewall.plain().answer(fault).orElseGet(() -> {
            try {
                SoapRequest soap = SoapRequest.read(request.body());
                return ownWords(fault, Event.of(request.path(), soap).orElseThrow(), soap);
            } catch (NoSoapException e) {
                throw new IllegalStateException("only a message that means something is struck by faults", e);
            }
        });
    }

    /** The event says what the refusal says, and the response holds the items of both. */
    @Override
    public MarketAnswer both(MarketAnswer acceptance, MarketAnswer refusal) {
        String items = acceptance.body().replaceFirst("(?s).*<response>(.*)</response>.*", "$1");
        return refusal.saying(refusal.body().replace("<response>", "<response>" + items));
    }

    @Override
    public JsonObject describe(String baseUrl) {
        Merchant merchant = Merchant.ONLY;
        return JsonFields.with("baseUrl", baseUrl)
                .and("loginUrl", baseUrl + Event.LOGIN.path)
                .and("c2bUrl", baseUrl + Event.C2B.path)
                .and("b2cUrl", baseUrl + Event.B2C.path)
                .and("username", state.defaultLogin.username())
                .and("password", state.defaultLogin.password())
                .and("serviceProviderCode", merchant.serviceProviderCode())
                .and("c2bCommandId", merchant.c2bCommandId())
                .and("serviceProviderName", merchant.serviceProviderName())
                .and("shortCode", merchant.shortCode())
                .and("b2cCommandId", merchant.b2cCommandId())
                .json();
    }

    @Override
    public Map<String, Ledger> ledgers() {
        return state.ledgers;
    }

    @Override
    public Commands commands() {
        return new Commands()
                .with("phone", state.phone::obey)
                .on("expire-sessions", state.sessions::expireAll)
                .millis("session-lifetime", state.sessions::lifetime)
                .form("wrong-credentials", WrongCredentialsForm.class, form -> state.wrongCredentials = form)
                .form("b2c-answer", B2cAnswerForm.class, form -> state.b2cAnswer = form)
                .form("soap-fault", SoapFaultForm.class, form -> state.soapFault = form);
    }

    @Override
    public void reset() {
        state.reset();
    }

    DrcState state() {
        return state;
    }

    private MarketAnswer ownWords(Fault fault, Event event, SoapRequest soap) {
        return switch (fault) {
            case REFUSED_IN_200 -> replies.invalid(soap, "refused on request");
            case REFUSED_BY_RESPONSE_CODE -> replies.refusedByResponseCode(event, soap);
            case TOKEN_REJECTED, MISSING_PRODUCT, WRONG_CREDENTIALS -> replies.rejected(event, soap);
            case SPIKE_ARREST, SYSTEM_BUSY -> state.soapFault.answer(false);
            case SERVER_ERROR_500_ENVELOPE -> state.soapFault.answer(true);
            default -> MarketAnswer.empty(500);
        };
    }

    /** As an application server answers where it has nothing to call. */
    private static MarketAnswer noCall(MarketRequest request) {
        return Description.answer(request)
                .orElseGet(() -> Event.knows(request.path())
                        ? MarketAnswer.empty(405).with("Allow", "POST")
                        : MarketAnswer.html(
                                404, "<html><head><title>404 Not Found</title></head><body>Not Found</body></html>"));
    }

    private static boolean isCall(MarketRequest request) {
        return request.method().equals("POST") && Event.knows(request.path());
    }

    private static boolean isXml(MarketRequest request) {
        String type = request.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).matches("text/xml\\s*(;.*)?");
    }
}
