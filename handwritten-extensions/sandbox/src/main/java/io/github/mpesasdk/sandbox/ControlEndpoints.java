package io.github.mpesasdk.sandbox;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets another process steer the sandbox, under {@code /_sandbox/<market>/}. */
final class ControlEndpoints {

    private static final String ROOT = "/_sandbox";

    private static final Gson JSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(
                    Instant.class, (JsonSerializer<Instant>) (at, type, context) -> new JsonPrimitive(at.toString()))
            .create();

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
            case "answers" -> answers(stall.answers(), argument);
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
        for (JsonElement fault : oneOrMany(argument, "fault")) {
            asked.add(Fault.valueOf(fault.getAsString()));
        }
        if (isLasting(argument)) {
            faults.always(operation, asked.toArray(Fault[]::new));
        } else {
            faults.next(operation, asked.toArray(Fault[]::new));
        }
    }

    private static void answers(Answers answers, JsonObject argument) {
        if (argument.size() == 0) {
            answers.clear();
            return;
        }
        String operation = Commands.member(argument, "operation").getAsString();
        String[] told = oneOrMany(argument, "answer").asList().stream()
                .map(JsonElement::toString)
                .toArray(String[]::new);
        if (isLasting(argument)) {
            answers.always(operation, told);
        } else {
            answers.next(operation, told);
        }
    }

    private static boolean isLasting(JsonObject argument) {
        return argument.has("always") && argument.get("always").getAsBoolean();
    }

    /** One thing under its name, or several under its plural. */
    private static JsonArray oneOrMany(JsonObject argument, String name) {
        JsonElement value = argument.has(name + "s") ? argument.get(name + "s") : Commands.member(argument, name);
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
        JsonFields json = JsonFields.with("receipt", entry.receipt())
                .and("kind", entry.kind().name())
                .and("status", entry.status().name())
                .and("amount", entry.amount())
                .and("debitParty", entry.debitParty())
                .and("creditParty", entry.creditParty())
                .and("reference", entry.reference())
                .and("market", entry.conversation().market())
                .and("senderId", entry.conversation().senderId())
                .and("conversationId", entry.conversation().id())
                .and("initiatedAt", entry.initiatedAt().toString());
        return (currency.equals(Gateway.ANY_CURRENCY) ? json : json.and("currency", currency)).json();
    }

    private static JsonObject journal(Journal journal) {
        return JsonFields.with("exchanges", JSON.toJsonTree(journal.exchanges()))
                .and("deliveries", JSON.toJsonTree(journal.deliveries()))
                .json();
    }

    private static MarketAnswer error(int status, String message) {
        return JsonFields.with("error", message).answer(status);
    }
}
