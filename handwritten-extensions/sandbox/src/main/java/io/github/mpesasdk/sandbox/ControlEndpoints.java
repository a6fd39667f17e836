package io.github.mpesasdk.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets another process steer the sandbox, under {@code /_sandbox/<market>/}. */
final class ControlEndpoints {

    private static final String ROOT = "/_sandbox";

    private final List<Stall<?>> stalls;
    private final Supplier<JsonObject> description;

    ControlEndpoints(List<Stall<?>> stalls, Supplier<JsonObject> description) {
        this.stalls = List.copyOf(stalls);
        this.description = description;
    }

    boolean owns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    MarketAnswer handle(MarketRequest request) {
        String[] steps = request.path().split("/", -1);
        if (steps.length == 2) {
            return MarketAnswer.json(200, description.get());
        }
        Optional<Stall<?>> stall = stalls.stream()
                .filter(one -> one.market().name().equals(steps[2]))
                .findFirst();
        if (stall.isEmpty() || steps.length != 4) {
            return error(404, "no such control address");
        }
        try {
            return switch (request.method()) {
                case "GET" -> MarketAnswer.json(200, show(stall.get(), steps[3]));
                case "POST" -> {
                    command(stall.get(), steps[3], argument(request.body()));
                    yield MarketAnswer.json(200, new JsonObject());
                }
                default -> error(405, "use GET or POST");
            };
        } catch (IllegalArgumentException | JsonParseException | IllegalStateException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private static JsonElement show(Stall<?> stall, String what) {
        return switch (what) {
            case "journal" -> journal(stall.journal());
            case "ledger" -> ledger(stall.market().ledgers());
            default -> throw new IllegalArgumentException("nothing called " + what + " to show");
        };
    }

    private static void command(Stall<?> stall, String name, JsonObject argument) {
        switch (name) {
            case "faults" -> faults(stall.faults(), argument);
            case "reset" -> stall.reset();
            default -> stall.market().commands().run(name, argument);
        }
    }

    private static void faults(Faults faults, JsonObject argument) {
        if (!argument.has("operation")) {
            faults.clear();
            return;
        }
        String operation = argument.get("operation").getAsString();
        List<Fault> asked = new ArrayList<>();
        for (JsonElement fault : array(argument.has("faults") ? argument.get("faults") : argument.get("fault"))) {
            asked.add(Fault.valueOf(fault.getAsString()));
        }
        if (argument.has("always") && argument.get("always").getAsBoolean()) {
            faults.always(operation, asked.toArray(Fault[]::new));
        } else {
            faults.next(operation, asked.toArray(Fault[]::new));
        }
    }

    private static JsonArray array(@Nullable JsonElement value) {
        if (value == null) {
            throw new IllegalArgumentException("which fault?");
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        JsonArray one = new JsonArray();
        one.add(value);
        return one;
    }

    private static JsonObject argument(String body) {
        if (body.isEmpty()) {
            return new JsonObject();
        }
        return JsonParser.parseString(body).getAsJsonObject();
    }

    private static JsonObject ledger(Map<String, Ledger> ledgers) {
        JsonArray entries = new JsonArray();
        ledgers.forEach((currency, ledger) -> ledger.entries().forEach(entry -> entries.add(json(entry, currency))));
        return JsonFields.with("entries", entries).json();
    }

    private static JsonObject json(LedgerEntry entry, String currency) {
        return JsonFields.with("receipt", entry.receipt())
                .and("kind", entry.kind().name())
                .and("status", entry.status().name())
                .and("amount", entry.amount())
                .and("currency", currency)
                .and("debitParty", entry.debitParty())
                .and("creditParty", entry.creditParty())
                .and("reference", entry.reference())
                .and("market", entry.conversation().market())
                .and("senderId", entry.conversation().senderId())
                .and("conversationId", entry.conversation().id())
                .and("initiatedAt", entry.initiatedAt().toString())
                .json();
    }

    private static JsonObject journal(Journal journal) {
        JsonArray exchanges = new JsonArray();
        journal.exchanges().forEach(exchange -> exchanges.add(json(exchange)));
        JsonArray deliveries = new JsonArray();
        journal.deliveries().forEach(delivery -> deliveries.add(json(delivery)));
        return JsonFields.with("exchanges", exchanges)
                .and("deliveries", deliveries)
                .json();
    }

    private static JsonObject json(Delivery delivery) {
        JsonArray violations = new JsonArray();
        delivery.violations().forEach(violations::add);
        return JsonFields.with("at", delivery.at().toString())
                .and("operation", delivery.operationId())
                .and("url", delivery.url())
                .and("body", delivery.body())
                .and("outcome", delivery.outcome().name())
                .and("status", delivery.status())
                .and("violations", violations)
                .json();
    }

    private static JsonObject json(Exchange exchange) {
        JsonObject headers = new JsonObject();
        exchange.headers().forEach(headers::addProperty);
        JsonObject query = new JsonObject();
        exchange.query().forEach(query::addProperty);
        JsonArray violations = new JsonArray();
        exchange.violations().forEach(violations::add);
        JsonArray faults = new JsonArray();
        exchange.faults().forEach(fault -> faults.add(fault.name()));
        JsonObject json = new JsonObject();
        json.addProperty("at", exchange.at().toString());
        json.addProperty("operation", exchange.operationId());
        json.addProperty("method", exchange.method());
        json.addProperty("path", exchange.path());
        json.add("query", query);
        json.add("headers", headers);
        json.addProperty("body", exchange.body());
        json.addProperty("caller", exchange.caller());
        json.add("violations", violations);
        json.add("faults", faults);
        json.addProperty("status", exchange.status());
        json.addProperty("answer", exchange.answer());
        return json;
    }

    private static MarketAnswer error(int status, String message) {
        return JsonFields.with("error", message).answer(status);
    }
}
