package io.github.mpesasdk.survival;

import io.github.mpesasdk.survival.Scenario.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that is tried: each point at which a machine can be killed, with each trouble in which the point is reached. */
final class Scenarios {

    /** The shop that hears of unasked money, and compares it with the gateway's list. */
    static final String TILL = "till";

    private static final String SHARED_SHOP = "shop";

    // So many pushes are paid, and then one is cancelled.
    private static final int EVERY = 5;

    private final String prefix;
    private final List<Scenario> all = new ArrayList<>();

    private Scenarios(String prefix) {
        this.prefix = prefix;
    }

    /** While money is heard of that comes unasked. All are orders of one shop. */
    static List<Scenario> receiving() {
        Scenarios scenarios = new Scenarios("C");
        Set<Trouble> repeated = EnumSet.of(Trouble.NONE, Trouble.CALLBACK_TWICE, Trouble.CALLBACK_THRICE);
        scenarios.add(Kind.UNASKED, Point.CALLBACK_ARRIVED, Point.CALLBACK_ARRIVED, repeated);
        scenarios.add(Kind.UNASKED, Point.RECEIVE_BEFORE, Point.RECEIVE_AFTER, repeated);
        scenarios.add(Kind.UNASKED, Point.CALLBACK_UNANSWERED, Point.CALLBACK_UNANSWERED, repeated);
        return scenarios.all;
    }

    /** While a payment is sent, and while its callback is heard. All are orders of one shop. */
    static List<Scenario> sending() {
        Scenarios scenarios = new Scenarios("S");
        for (Kind kind : List.of(Kind.PUSH, Kind.PAYOUT)) {
            scenarios.add(kind, Point.PREPARE_BEFORE, Point.REQUEST_BEFORE, EnumSet.of(Trouble.NONE));
            scenarios.add(
                    kind,
                    Point.REQUEST_ANSWERED,
                    Point.REQUEST_ANSWERED,
                    EnumSet.complementOf(EnumSet.of(Trouble.CALLBACK_THRICE)));
            scenarios.add(
                    kind,
                    Point.ACCEPT_BEFORE,
                    Point.ACKNOWLEDGEMENT_AFTER,
                    EnumSet.of(
                            Trouble.NONE,
                            Trouble.CALLBACK_LOST,
                            Trouble.CALLBACK_LATE,
                            Trouble.CALLBACK_TWICE,
                            Trouble.CALLBACK_EARLY));
        }
        for (Kind kind : List.of(Kind.PUSH, Kind.PAYOUT)) {
            scenarios.add(
                    kind,
                    Point.CALLBACK_ARRIVED,
                    Point.CALLBACK_UNANSWERED,
                    EnumSet.of(
                            Trouble.NONE,
                            Trouble.CALLBACK_LATE,
                            Trouble.CALLBACK_TWICE,
                            Trouble.CALLBACK_EARLY,
                            Trouble.ANSWER_DROPPED));
        }
        return scenarios.all;
    }

    /** While listeners hear. One thread of a client tells all of them, so each is of a shop of its own. */
    static List<Scenario> telling() {
        Scenarios scenarios = new Scenarios("T");
        scenarios.add(
                Kind.PUSH,
                Point.NOTICES_AFTER,
                Point.TOLD_AFTER,
                EnumSet.of(Trouble.NONE, Trouble.CALLBACK_LOST, Trouble.CALLBACK_TWICE, Trouble.ANSWER_DROPPED));
        scenarios.add(
                Kind.PAYOUT, Point.NOTICES_AFTER, Point.TOLD_AFTER, EnumSet.of(Trouble.NONE, Trouble.CALLBACK_LOST));
        scenarios.add(
                Kind.UNASKED, Point.NOTICES_AFTER, Point.TOLD_AFTER, EnumSet.of(Trouble.NONE, Trouble.CALLBACK_THRICE));
        return scenarios.all;
    }

    /** While the reconciler asks. One thread of a client claims for all, so each is of a shop of its own. */
    static List<Scenario> asking() {
        Scenarios scenarios = new Scenarios("Q");
        Set<Trouble> lost = EnumSet.of(Trouble.CALLBACK_LOST, Trouble.ALL_LOST);
        scenarios.add(Kind.PUSH, Point.CLAIM_IN_TRANSACTION, Point.ANSWER_AFTER, lost);
        scenarios.add(Kind.PAYOUT, Point.CLAIM_IN_TRANSACTION, Point.QUESTION_ANSWERED, lost);
        // The answer comes by callback.
        scenarios.add(Kind.PAYOUT, Point.CALLBACK_ARRIVED, Point.CALLBACK_UNANSWERED, lost);
        return scenarios.all;
    }

    private void add(Kind kind, Point first, Point last, Set<Trouble> troubles) {
        for (Point point : EnumSet.range(first, last)) {
            for (Trouble trouble : troubles) {
                int number = all.size() + 1;
                String order = "%s%03d".formatted(prefix, number);
                boolean isApproved = kind != Kind.PUSH || number % EVERY != 0 || trouble == Trouble.ALL_LOST;
                all.add(new Scenario(order, shop(order), kind, point, trouble, isApproved));
            }
        }
    }

    private String shop(String order) {
        return switch (prefix) {
            case "C" -> TILL;
            case "S" -> SHARED_SHOP;
            default -> order;
        };
    }
}
