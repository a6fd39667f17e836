package io.github.mpesasdk.survival;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what the gateway's ledger, the journal, the order and the listeners say of a payment. */
record Judge(World world) {

    private static final String RIGHT = "ok";

    /** What everybody says of one payment. */
    record Row(
            Scenario scenario,
            int sends,
            String ledger,
            String journal,
            String order,
            String told,
            List<String> disagreements) {

        String verdict() {
            return disagreements.isEmpty() ? RIGHT : String.join("; ", disagreements);
        }

        String[] cells() {
            return new String[] {
                scenario.order(),
                scenario.kind().name(),
                String.valueOf(scenario.point()),
                scenario.trouble().name(),
                scenario.isApproved() ? "pays" : "cancels",
                String.valueOf(sends),
                ledger,
                journal,
                order,
                told,
                verdict()
            };
        }
    }

    static List<String> columns() {
        return List.of(
                "order",
                "payment",
                "killed at",
                "trouble",
                "customer",
                "sent",
                "ledger",
                "journal",
                "shop",
                "told",
                "verdict");
    }

    Row judge(Scenario scenario) throws SQLException {
        String order = scenario.order();
        List<LedgerEntry> entries = world.ledger(order);
        List<LedgerEntry> paid = entries.stream()
                .filter(entry -> entry.status() == LedgerEntry.Status.COMPLETED)
                .toList();
        // What a customer pays unasked, the test lets happen, and it may need a second token.
        int sends = scenario.kind() == Scenario.Kind.UNASKED
                ? entries.size()
                : world.sends(scenario.kind(), order).size();
        String expected = scenario.expected(!paid.isEmpty());
        String journal = journal(scenario, paid);
        String state = world.orders().state(order);
        List<Orders.Heard> heard = world.orders().heard(order);
        List<String> wrong = new ArrayList<>();
        check(wrong, sends == (scenario.isSent() ? 1 : 0), "sent " + sends + " times");
        check(wrong, paid.size() <= 1, "paid " + paid.size() + " times");
        check(wrong, paid.isEmpty() || scenario.isApproved(), "paid though nobody approved");
        check(wrong, journal.equals(inJournal(expected)), "journal should say " + inJournal(expected));
        check(wrong, state.equals(expected), "order should be " + expected);
        judgeTelling(wrong, scenario, expected, heard);
        String told = heard.isEmpty()
                ? "-"
                : heard.stream()
                        .map(one -> one.what() + (one.isRepetition() ? " again" : ""))
                        .collect(Collectors.joining(", "));
        return new Row(
                scenario,
                sends,
                entries.isEmpty() ? "-" : entries.get(0).status().name(),
                journal,
                state,
                told,
                wrong);
    }

    private static void judgeTelling(List<String> wrong, Scenario scenario, String expected, List<Orders.Heard> heard) {
        if (expected.equals("OPEN") || expected.equals("none")) {
            check(wrong, heard.isEmpty(), "told though nothing happened");
            return;
        }
        check(wrong, heard.stream().anyMatch(one -> one.what().equals(expected)), "never told");
        check(
                wrong,
                heard.stream().allMatch(one -> one.what().equals(expected)),
                "told otherwise, too: "
                        + heard.stream().map(Orders.Heard::detail).toList());
        // Needs-a-person notices carry no mark.
        boolean isMarked = expected.equals("PERSON") || heard.stream().skip(1).allMatch(Orders.Heard::isRepetition);
        check(wrong, isMarked, "a repetition was not marked");
        if (scenario.isFoundByComparison()) {
            check(wrong, heard.stream().allMatch(one -> "COMPARISON".equals(one.detail())), "found otherwise");
        }
        if (expected.equals("PERSON")) {
            check(
                    wrong,
                    heard.stream().allMatch(one -> String.valueOf(one.detail()).contains("Nobody could say for")),
                    "another reason");
        }
    }

    private static void check(List<String> wrong, boolean isRight, String what) {
        if (!isRight) {
            wrong.add(what);
        }
    }

    private static String inJournal(String order) {
        return switch (order) {
            case "OPEN" -> "-";
            case "PERSON" -> "NEEDS_PERSON";
            default -> order;
        };
    }

    private String journal(Scenario scenario, List<LedgerEntry> paid) throws SQLException {
        if (scenario.kind() == Scenario.Kind.UNASKED) {
            List<String> known = paid.isEmpty()
                    ? List.of()
                    : world.orders()
                            .texts(
                                    "SELECT receipt FROM mpesa_received WHERE receipt = ?",
                                    paid.get(0).receipt());
            return known.size() == 1 ? "RECEIVED" : "-";
        }
        List<String> states =
                world.orders().texts("SELECT state FROM mpesa_payment WHERE order_key = ?", scenario.order());
        if (states.size() > 1) {
            return String.join("+", states);
        }
        String receipt = world
                .orders()
                .texts("SELECT COALESCE(receipt, '') FROM mpesa_payment WHERE order_key = ?", scenario.order())
                .stream()
                .findFirst()
                .orElse("");
        boolean isOther = !receipt.isEmpty()
                && !paid.isEmpty()
                && !receipt.equals(paid.get(0).receipt());
        return isOther ? "receipt of another" : states.stream().findFirst().orElse("-");
    }
}
