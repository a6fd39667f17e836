package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The catalogue of codes must be sound: what it calls final decides whether a payment may be made again. */
final class CodeRules {

    private static final String ERRORS = "x-errors";
    private static final String ACKNOWLEDGEMENTS = "x-acknowledgements";
    private static final String STATUSES = "x-statuses";
    private static final String OPERATIONS = "operations";
    private static final String WHEN = "when";
    private static final String BY = "by";
    private static final List<String> TABLES = List.of(ERRORS, ACKNOWLEDGEMENTS, "x-results", STATUSES);
    // "N/A" is one of them.
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z/ ]*");
    private static final Set<String> SHOWN_BY_OTHERS = Set.of("documented", "captured");

    private final SpecDocument codes;
    private final Set<String> operations = new HashSet<>();
    private final Set<String> payments = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private CodeRules(SpecDocument codes, SpecDocument contract) {
        this.codes = codes;
        contract.everywhere((pointer, node) -> {
            if (node.has("operationId")) {
                operations.add(node.get("operationId").asText());
            }
            // What a message can tell of is known, though it may not be among the calls.
            if (node.has("kind") && node.has("tells")) {
                operations.add(node.get("tells").asText());
            }
        });
        contract.operations().values().stream()
                .filter(operation -> operation.path("x-effect").asText().equals("money"))
                .forEach(operation -> payments.add(operation.get("operationId").asText()));
    }

    /** What is wrong with a catalogue, and with the codes that the contract lists. */
    static List<Mistake> mistakes(SpecDocument codes, SpecDocument contract) {
        CodeRules rules = new CodeRules(codes, contract);
        Set<String> known = new HashSet<>();
        for (String table : TABLES) {
            JsonNode entries = codes.tree().path(table);
            for (int index = 0; index < entries.size(); index++) {
                known.add(entries.get(index).get("code").asText());
                rules.check(table, "/" + table + "/" + index, entries.get(index));
            }
        }
        contract.operations().forEach((pointer, operation) -> {
            JsonNode listed = operation.path("x-codes");
            for (int index = 0; index < listed.size(); index++) {
                if (!known.contains(listed.get(index).asText())) {
                    rules.mistakes.add(contract.mistake(
                            pointer + "/x-codes/" + index, listed.get(index).asText() + " is not in " + codes.file()));
                }
            }
        });
        return rules.mistakes;
    }

    private void check(String table, String pointer, JsonNode entry) {
        for (String operation : list(entry, OPERATIONS, BY)) {
            refuseIf(!operations.contains(operation), pointer, "there is no operation " + operation);
        }
        happenings(table, pointer, entry);
        keys(table, entry).forEach(key -> refuseIf(!seen.add(key), pointer, "is explained twice: " + key));
        refuseIf(is(entry, "kind", "pending") && isFinal(entry), pointer, "what is pending is not final");
        refuseIf(
                table.equals(ACKNOWLEDGEMENTS) && isFinal(entry) && mayBeOfAPayment(entry),
                pointer,
                "an acknowledgement of a payment is never final: it was accepted, or nothing is known");
        if (table.equals(STATUSES)) {
            status(pointer, entry);
        }
        if (is(entry, "kind", "token")) {
            token(table, pointer, entry);
        }
    }

    /** A simulator has to know which code to say. */
    private void happenings(String table, String pointer, JsonNode entry) {
        refuseIf(
                entry.has(WHEN) && !entry.has("says"),
                pointer,
                "what is said when something happens is missing (says)");
        refuseIf(entry.has(BY) && !entry.has(WHEN), pointer, "by has no meaning without when");
        String column = entry.has(BY) ? BY : OPERATIONS;
        List<String> sayers = entry.has(column) ? list(entry, column) : List.of("any operation");
        for (String happening : list(entry, WHEN)) {
            for (String sayer : sayers) {
                refuseIf(
                        !said.add(table + " " + happening + ", " + sayer),
                        pointer,
                        "another code is said when: " + happening + ", " + sayer);
            }
        }
    }

    private void status(String pointer, JsonNode entry) {
        refuseIf(!WORD.matcher(entry.get("code").asText()).matches(), pointer, "a status is a word");
        refuseIf(
                entry.has("message") || entry.has("words") || entry.has("http"),
                pointer,
                "a status has no message, words or http beside it");
        refuseIf(operations(entry).isEmpty(), pointer, "a status names the operation that asks for it");
    }

    /** A rejected token sends the request once more, a payment too: such an entry must leave no doubt. */
    private void token(String table, String pointer, JsonNode entry) {
        refuseIf(!table.equals(ERRORS), pointer, "only an error speaks of the token");
        refuseIf(!isFinal(entry), pointer, "kind token needs final: true");
        refuseIf(
                !SHOWN_BY_OTHERS.contains(entry.get("evidence").asText()),
                pointer,
                "kind token needs evidence that is documented or captured");
        refuseIf(
                entry.get("code").asText().isEmpty() && !entry.has("words"),
                pointer,
                "kind token needs a code, or all of the words");
        refuseIf(entry.has("message"), pointer, "kind token takes all of the words, not a part (message)");
        refuseIf(
                !entry.has("http") && mayBeOfAPayment(entry),
                pointer,
                "kind token needs http, where a payment may meet it");
    }

    /** What an entry is looked up by, once for each operation. The status matters only where there is no code. */
    private static List<String> keys(String table, JsonNode entry) {
        String code = entry.get("code").asText();
        String message = entry.has("message") ? entry.get("message").asText() : "any message";
        String words = entry.has("words") ? " just " + entry.get("words").asText() : "";
        String key = table + " " + (code.isEmpty() ? "status " + entry.get("http") : code) + " " + message + words;
        List<String> operations = operations(entry).isEmpty() ? List.of("any operation") : operations(entry);
        return operations.stream().map(operation -> key + ", " + operation).toList();
    }

    private boolean mayBeOfAPayment(JsonNode entry) {
        return operations(entry).isEmpty() || operations(entry).stream().anyMatch(payments::contains);
    }

    private static List<String> operations(JsonNode entry) {
        return list(entry, OPERATIONS);
    }

    private static List<String> list(JsonNode entry, String... columns) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            entry.path(column).forEach(value -> values.add(value.asText()));
        }
        return values;
    }

    private static boolean is(JsonNode entry, String field, String value) {
        return entry.get(field).asText().equals(value);
    }

    private static boolean isFinal(JsonNode entry) {
        return entry.get("final").asBoolean();
    }

    private void refuseIf(boolean wrong, String pointer, String words) {
        if (wrong) {
            mistakes.add(
                    codes.mistake(pointer, "code " + codes.tree().at(pointer).get("code") + ": " + words));
        }
    }
}
