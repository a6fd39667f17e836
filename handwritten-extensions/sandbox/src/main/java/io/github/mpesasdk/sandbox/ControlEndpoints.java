package io.github.mpesasdk.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.market.BodyFault;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Lets another process steer the sandbox, under {@code /_sandbox}: the markets of the first tenant at
 * {@code /_sandbox/<market>/}, those of another at {@code /_sandbox/tenants/<name>/<market>/}. {@code controls.yaml}
 * describes all of it.
 */
final class ControlEndpoints {

    static final String ROOT = "/_sandbox";

    private static final String DOCUMENT = "controls.yaml";

    private final Tenants tenants;
    private final ControlGuard guard;
    private final BiFunction<Tenant, String, JsonObject> description;
    private final UnaryOperator<String> addresses;
    private final BooleanSupplier ready;

    /**
     * Controls.
     *
     * @param description tells a tenant's credentials, for a base address
     * @param addresses makes a base address of a {@code Host}
     * @param ready whether all ports are open
     */
    ControlEndpoints(
            Tenants tenants,
            ControlGuard guard,
            BiFunction<Tenant, String, JsonObject> description,
            UnaryOperator<String> addresses,
            BooleanSupplier ready) {
        this.tenants = tenants;
        this.guard = guard;
        this.description = description;
        this.addresses = addresses;
        this.ready = ready;
    }

    /** Where a tenant is steered. */
    static String of(Tenant tenant) {
        return tenant.name().equals(Tenants.FIRST) ? ROOT : ROOT + "/tenants/" + tenant.name();
    }

    boolean owns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    MarketAnswer handle(MarketRequest request) {
        if (request.path().equals(ROOT + "/health")) {
            return health();
        }
        Optional<String> objection = guard.objection(request);
        if (objection.isPresent()) {
            return error(403, objection.get());
        }
        if (request.fault()
                .filter(fault -> fault.kind() == BodyFault.Kind.TOO_LONG)
                .isPresent()) {
            return Router.tooLong(request.fault().get());
        }
        String[] steps = request.path().substring(ROOT.length()).split("/", -1);
        List<String> path = Arrays.asList(steps).subList(Math.min(1, steps.length), steps.length);
        try {
            if (!path.isEmpty() && path.get(0).equals("tenants")) {
                return tenants(request, path.subList(1, path.size()));
            }
            return ofTenant(request, tenants.first(), path);
        } catch (IllegalArgumentException | JsonParseException | IllegalStateException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private MarketAnswer health() {
        if (!ready.getAsBoolean()) {
            return JsonFields.with("status", "starting").answer(503);
        }
        JsonArray markets = new JsonArray();
        marketNames().forEach(markets::add);
        return JsonFields.with("status", "ok")
                .and("markets", markets)
                .and("tenants", tenants.all().size())
                .answer(200);
    }

    private MarketAnswer tenants(MarketRequest request, List<String> path) {
        if (path.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> {
                    JsonArray names = new JsonArray();
                    tenants.all().forEach(tenant -> names.add(tenant.name()));
                    yield JsonFields.with("tenants", names).answer(200);
                }
                case "POST" -> {
                    Tenants.Opening opened = opened(argument(request));
                    yield MarketAnswer.json(opened.isNew() ? 201 : 200, described(request, opened.tenant()));
                }
                default -> error(405, "use GET or POST");
            };
        }
        String name = path.get(0);
        Optional<Tenant> tenant = tenants.find(name);
        if (tenant.isEmpty()) {
            return noTenant(name);
        }
        if (path.size() == 1 && request.method().equals("DELETE")) {
            return tenants.remove(name)
                    ? MarketAnswer.json(200, new JsonObject())
                    : error(400, "the first tenant cannot be removed; POST " + ROOT + "/reset begins anew");
        }
        return ofTenant(request, tenant.get(), path.subList(1, path.size()));
    }

    static MarketAnswer noTenant(String name) {
        return error(404, "no tenant " + name + "; POST " + ROOT + "/tenants makes one");
    }

    private MarketAnswer ofTenant(MarketRequest request, Tenant tenant, List<String> path) {
        boolean get = request.method().equals("GET");
        if (!get && !request.method().equals("POST")) {
            return error(405, "use GET or POST");
        }
        if (path.size() < 2) {
            String what = path.isEmpty() ? "" : path.get(0);
            if (!get && what.equals("reset")) {
                tenant.reset();
                return MarketAnswer.json(200, new JsonObject());
            }
            return get ? shown(request, tenant, what) : unknown(tenant);
        }
        Optional<TenantMarket> market = tenant.market(path.get(0));
        String name = path.get(1);
        if (market.isEmpty() || path.size() > 2) {
            return unknown(tenant);
        }
        if (get) {
            return MarketAnswer.json(200, MarketControls.show(market.get(), name, request.query()));
        }
        MarketControls.command(market.get(), name, argument(request));
        return MarketAnswer.json(200, new JsonObject());
    }

    private MarketAnswer shown(MarketRequest request, Tenant tenant, String what) {
        return switch (what) {
            case "" -> MarketAnswer.json(200, described(request, tenant));
            case "env" -> environment(request, tenant);
            case "openapi.yaml" -> MarketAnswer.text(200, "application/yaml", Resource.text(DOCUMENT));
            default -> unknown(tenant);
        };
    }

    private MarketAnswer environment(MarketRequest request, Tenant tenant) {
        String form = request.query().getOrDefault("form", "shell");
        return MarketAnswer.text(
                200, "text/plain; charset=utf-8", EnvironmentForm.of(form).write(tenant.environment(baseUrl(request))));
    }

    private Tenants.Opening opened(JsonObject argument) {
        for (String name : argument.keySet()) {
            if (!Set.of("name", "credentials").contains(name)) {
                throw new IllegalArgumentException("no member " + name + "; there are [credentials, name]");
            }
        }
        String name = argument.has("name") ? Commands.text(argument, "name") : tenants.freeName();
        Map<String, String> settings =
                argument.has("credentials") ? SandboxSettings.credentials(argument.get("credentials")) : Map.of();
        return tenants.open(name, settings);
    }

    private JsonObject described(MarketRequest request, Tenant tenant) {
        return description.apply(tenant, baseUrl(request));
    }

    /** The sandbox by the name under which it was reached: in a container it has another name for others. */
    private String baseUrl(MarketRequest request) {
        return addresses.apply(String.valueOf(request.header("Host")));
    }

    private MarketAnswer unknown(Tenant tenant) {
        JsonObject markets = new JsonObject();
        for (TenantMarket market : tenant.markets()) {
            JsonObject there = new JsonObject();
            there.add("get", names(MarketControls.shown()));
            there.add("post", names(MarketControls.commands(market)));
            markets.add(market.gateway().name(), there);
        }
        return JsonFields.with("error", "no such control address")
                .and("here", names(new TreeSet<>(Set.of("env", "health", "openapi.yaml", "reset", "tenants"))))
                .and("markets", markets)
                .answer(404);
    }

    private static JsonArray names(Set<String> names) {
        JsonArray array = new JsonArray();
        names.forEach(array::add);
        return array;
    }

    private List<String> marketNames() {
        return tenants.first().markets().stream()
                .map(market -> market.gateway().name())
                .toList();
    }

    private static JsonObject argument(MarketRequest request) {
        if (request.fault().isPresent()) {
            throw new IllegalArgumentException(request.fault().get().words());
        }
        if (request.body().isBlank()) {
            return new JsonObject();
        }
        try {
            JsonElement argument = JsonParser.parseString(request.body());
            if (argument.isJsonObject()) {
                return argument.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            // Said below: the parser's own words repeat the whole path to the fault.
        }
        throw new IllegalArgumentException("the body is no JSON object");
    }

    private static MarketAnswer error(int status, String message) {
        return JsonFields.with("error", message).answer(status);
    }
}
