package io.github.mpesasdk.sandbox;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.BodyFault;
import io.github.mpesasdk.sandbox.market.Falsified;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Leads every request to the market that owns its path, strikes it with its faults, and writes it into the journal. */
final class Router implements ResponseDefinitionTransformerV2 {

    private final Tenants tenants;
    private final ControlEndpoints control;
    private final WireAnswers wire;
    private final Clock clock;

    Router(Tenants tenants, ControlEndpoints control, WireAnswers wire, Clock clock) {
        this.tenants = tenants;
        this.control = control;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "mpesa-sandbox";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return answered(RequestFilter.current());
    }

    private ResponseDefinition answered(MarketRequest request) {
        if (control.owns(request.path())) {
            return wire.plain(control.handle(request));
        }
        Optional<MarketAnswer> page = Page.answer(request);
        if (page.isPresent()) {
            return wire.plain(page.get());
        }
        if (request.path().startsWith(Tenants.ADDRESSES)) {
            String[] place =
                    request.path().substring(Tenants.ADDRESSES.length()).split("/", 2);
            return tenants.find(place[0])
                    .map(tenant -> serve(request.at("/" + (place.length > 1 ? place[1] : "")), market -> tenant))
                    .orElseGet(() -> wire.plain(ControlEndpoints.noTenant(place[0])));
        }
        return serve(request, market -> tenants.of(market, request));
    }

    private ResponseDefinition serve(MarketRequest request, Function<String, Tenant> tenant) {
        return tenants.first().markets().stream()
                .map(TenantMarket::gateway)
                .filter(market -> market.owns(request.path()))
                .findFirst()
                .map(market -> serve(tenant.apply(market.name()), market.name(), request))
                .orElseGet(() -> wire.plain(nothing()));
    }

    private MarketAnswer nothing() {
        JsonObject markets = new JsonObject();
        tenants.first()
                .markets()
                .forEach(tenantMarket -> markets.addProperty(
                        tenantMarket.gateway().name(), tenantMarket.gateway().paths()));
        return JsonFields.with("error", "no market of this sandbox has this path")
                .and("markets", markets)
                .and("controls", ControlEndpoints.ROOT + "/openapi.yaml")
                .and("page", "/")
                .answer(404);
    }

    /** The rest of the body is not read, so the connection is of no more use. */
    static MarketAnswer tooLong(BodyFault fault) {
        return JsonFields.with("error", fault.words()).answer(413).with("Connection", "close");
    }

    private ResponseDefinition serve(Tenant tenant, String marketName, MarketRequest request) {
        TenantMarket tenantMarket = tenant.market(marketName).orElseThrow();
        return tenantMarket.callbacks().handle(() -> serve(tenantMarket, request));
    }

    private ResponseDefinition serve(TenantMarket tenantMarket, MarketRequest request) {
        Gateway market = tenantMarket.gateway();
        Judgement judgement = market.judge(request);
        Optional<BodyFault> tooLong = request.fault().filter(fault -> fault.kind() == BodyFault.Kind.TOO_LONG);
        if (tooLong.isPresent()) {
            MarketAnswer answer = tooLong(tooLong.get());
            note(tenantMarket, request, judgement, Set.of(), Optional.empty(), answer);
            return wire.plain(answer);
        }
        String operationId = judgement.operationId();
        Optional<PlannedAnswer> planned = Optional.ofNullable(operationId)
                .flatMap(id -> tenantMarket.answers().take(id, request));
        if (planned.isPresent()) {
            MarketAnswer answer = planned.get().answer();
            note(tenantMarket, request, judgement, Set.of(), planned.get().fault(), answer);
            return wire.struck(answer, planned.get().fault());
        }
        Set<Fault> faults =
                operationId == null ? Set.of() : tenantMarket.faults().take(operationId);
        Optional<Fault> instead = first(faults, Fault.Moment.INSTEAD);
        MarketAnswer answer = instead.map(fault -> market.misbehave(fault, request, judgement))
                .orElseGet(() -> market.handle(request, judgement, faults));
        Optional<Fault> after = first(faults, Fault.Moment.AFTER);
        if (after.isPresent()) {
            answer = spoiled(
                    answer, after.get(), other -> market.misbehave(other, request, judgement), tenantMarket, request);
        }
        Optional<Fault> onTheWire = instead.or(() -> after);
        note(tenantMarket, request, judgement, faults, onTheWire, answer);
        return wire.struck(answer, onTheWire);
    }

    private void note(
            TenantMarket tenantMarket,
            MarketRequest request,
            Judgement judgement,
            Set<Fault> faults,
            Optional<Fault> onTheWire,
            MarketAnswer answer) {
        tenantMarket.callbacks().note(() -> tenantMarket
                .journal()
                .add(id -> new Exchange(
                        id,
                        clock.instant(),
                        judgement.operationId(),
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body(),
                        judgement.caller(),
                        judgement.refused(),
                        judgement.remarks(),
                        faults,
                        WireAnswers.answers(onTheWire) ? answer.status() : 0,
                        answer.body())));
    }

    /** What a fault says in place of the right answer, or beside it. What it does to the connection comes later. */
    private static MarketAnswer spoiled(
            MarketAnswer right,
            Fault fault,
            Function<Fault, MarketAnswer> market,
            TenantMarket tenantMarket,
            MarketRequest request) {
        return switch (fault) {
            case SERVER_ERROR_500_ENVELOPE, GATEWAY_TIMEOUT_504 -> market.apply(fault);
            case DONE_BUT_TOKEN_REJECTED -> market.apply(Fault.TOKEN_REJECTED);
            case ACCEPTED_AND_TOKEN_REJECTED -> tenantMarket.gateway().both(right, market.apply(Fault.TOKEN_REJECTED));
            case ACCEPTED_AND_REFUSED -> tenantMarket.gateway().both(right, market.apply(Fault.REFUSED_IN_200));
            case KEY_TWICE -> tenantMarket.gateway().both(right, market.apply(Fault.REFUSED_BY_RESPONSE_CODE));
            case OTHER_ID -> right.saying(Falsified.ids(right.body(), request.query() + request.body()));
            default -> right;
        };
    }

    private static Optional<Fault> first(Set<Fault> faults, Fault.Moment moment) {
        return faults.stream().filter(fault -> fault.moment() == moment).findFirst();
    }
}
