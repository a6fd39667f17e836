package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.journal.Notice;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who hears of what; each of them may be missing. */
public record Listeners(
        @Nullable Consumer<? super Settled> settled,
        @Nullable Consumer<? super NeedsPerson> needsPerson,
        @Nullable Consumer<? super CustomerPayment> received,
        TellingLimits limits) {

    /** Listeners who may take their usual time. */
    public Listeners(
            @Nullable Consumer<? super Settled> settled,
            @Nullable Consumer<? super NeedsPerson> needsPerson,
            @Nullable Consumer<? super CustomerPayment> received) {
        this(settled, needsPerson, received, TellingLimits.STANDARD);
    }

    /** What there is a listener for. */
    Set<Notice.Kind> kinds() {
        Set<Notice.Kind> kinds = EnumSet.noneOf(Notice.Kind.class);
        if (settled != null) {
            kinds.add(Notice.Kind.SETTLEMENT);
        }
        if (needsPerson != null) {
            kinds.add(Notice.Kind.PERSON);
        }
        if (received != null) {
            kinds.add(Notice.Kind.MONEY);
        }
        return kinds;
    }

    /** How callers name the listener of a kind. */
    static String method(Notice.Kind kind) {
        return switch (kind) {
            case SETTLEMENT -> "onSettled";
            case PERSON -> "onNeedsPerson";
            case MONEY -> "onReceived";
        };
    }

    /** Hands a notice to its listener, and lets through what that throws. */
    void tell(Notice notice) {
        if (notice instanceof Notice.OfSettlement settlement && settled != null) {
            settled.accept(settlement.settled());
        } else if (notice instanceof Notice.OfPerson person && needsPerson != null) {
            needsPerson.accept(person.payment());
        } else if (notice instanceof Notice.OfMoney money && received != null) {
            received.accept(money.payment());
        }
    }
}
