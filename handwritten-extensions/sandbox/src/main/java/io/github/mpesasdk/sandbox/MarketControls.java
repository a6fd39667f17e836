package io.github.mpesasdk.sandbox;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What can be seen of one market of a tenant, and done to it. */
final class MarketControls {

    private static final Set<String> SHOWN = Set.of("faults", "journal", "ledger", "prompts");
    private static final Set<String> OWN_COMMANDS = Set.of("answers", "faults", "redeliver", "reset");

    private static final Gson JSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(
                    Instant.class, (JsonSerializer<Instant>) (at, type, context) -> new JsonPrimitive(at.toString()))
            .create();

    private MarketControls() {}

    /**
     * Shows something.
     *
     * @throws IllegalArgumentException if there is nothing of that name, or the query cannot be read
     */
    static JsonElement show(TenantMarket market, String what, Map<String, String> query) {
        return switch (what) {
            case "faults" -> faults(market.faults());
            case "journal" -> journal(market.journal(), JournalQuery.of(query));
            case "ledger" -> ledger(market.gateway().ledgers());
            case "prompts" -> prompts(market.gateway().phone());
            default -> throw new IllegalArgumentException("nothing called " + what + " to show; there are " + shown());
        };
    }

    /** What {@link #show} takes. */
    static Set<String> shown() {
        return new TreeSet<>(SHOWN);
    }

    /** What {@link #command} takes. */
    static Set<String> commands(TenantMarket market) {
        Set<String> names = new TreeSet<>(OWN_COMMANDS);
        names.addAll(market.gateway().commands().names());
        return names;
    }

    /**
     * Does something.
     *
     * @throws IllegalArgumentException if there is no such command, or the argument is not what it takes
     */
    static void command(TenantMarket market, String name, JsonObject argument) {
        switch (name) {
            case "faults" -> faults(market.faults(), argument);
            case "answers" -> answers(market.answers(), argument);
            case "redeliver" -> market.callbacks().redeliver(Commands.text(argument, "delivery"));
            case "reset" -> market.reset();
            default -> {
                if (!commands(market).contains(name)) {
                    throw new IllegalArgumentException("no command " + name + "; there are " + commands(market));
                }
                market.gateway().commands().run(name, argument);
            }
        }
    }

    private static JsonObject prompts(Phone phone) {
        JsonArray prompts = new JsonArray();
        phone.prompts()
                .forEach(prompt -> prompts.add(JsonFields.with("id", new JsonPrimitive(prompt.id()))
                        .and("operation", prompt.text().operation())
                        .and("msisdn", prompt.msisdn())
                        .and("amount", prompt.text().amount())
                        .and("payee", prompt.text().payee())
                        .and("reference", prompt.text().reference())
                        .and("secondsLeft", prompt.secondsLeft())
                        .json()));
        return JsonFields.with("behaviour", phone.behaviour())
                .and("prompts", prompts)
                .json();
    }

    private static JsonObject faults(Faults faults) {
        JsonArray known = new JsonArray();
        for (Fault fault : Fault.values()) {
            known.add(JsonFields.with("fault", fault.name())
                    .and("moment", fault.moment().name())
                    .and("says", fault.says())
                    .json());
        }
        return JsonFields.with("operations", JSON.toJsonTree(faults.operations()))
                .and("faults", known)
                .and("next", JSON.toJsonTree(faults.queued()))
                .and("always", JSON.toJsonTree(faults.lasting()))
                .json();
    }

    private static void faults(Faults faults, JsonObject argument) {
        if (argument.size() == 0) {
            faults.clear();
            return;
        }
        String operation = Commands.text(argument, "operation");
        List<Fault> asked = new ArrayList<>();
        for (JsonElement fault : oneOrMany(argument, "fault")) {
            asked.add(Commands.oneOf(Fault.class, "fault", fault));
        }
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("faults is empty; {} clears what is set");
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
        String operation = Commands.text(argument, "operation");
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
        return argument.has("always") && Commands.bool(argument, "always");
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

    private static JsonObject ledger(Map<String, Ledger> ledgers) {
        JsonArray entries = new JsonArray();
        JsonArray balances = new JsonArray();
        ledgers.forEach((currency, ledger) -> {
            Set<Purse> purses = new LinkedHashSet<>();
            for (LedgerEntry entry : ledger.entries()) {
                entries.add(json(entry, currency));
                purses.add(ledger.kept(entry.to()));
                purses.add(ledger.kept(entry.from()));
            }
            purses.forEach(purse -> balances.add(balance(ledger, purse, currency)));
        });
        return JsonFields.with("entries", entries).and("balances", balances).json();
    }

    private static JsonObject balance(Ledger ledger, Purse purse, String currency) {
        JsonFields json = JsonFields.with("party", purse.owner());
        Account account = purse.account();
        if (account != null) {
            json.and("account", account.wireName());
        }
        return in(currency, json.and("balance", ledger.balance(purse).toPlainString()));
    }

    private static JsonObject in(String currency, JsonFields json) {
        return (currency.equals(Gateway.ANY_CURRENCY) ? json : json.and("currency", currency)).json();
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
        return in(currency, json);
    }

    private static JsonObject journal(Journal journal, JournalQuery query) {
        // Read first: what comes in between is told again by the next look, and nothing is missed.
        long lastId = journal.lastId();
        long callbacks = journal.delivered();
        return JsonFields.with("exchanges", JSON.toJsonTree(query.exchanges(journal)))
                .and("deliveries", JSON.toJsonTree(query.deliveries(journal)))
                .and("lastId", new JsonPrimitive(lastId))
                .and("callbacks", new JsonPrimitive(callbacks))
                .json();
    }
}
