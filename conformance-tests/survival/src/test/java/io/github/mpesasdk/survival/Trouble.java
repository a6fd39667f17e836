package io.github.mpesasdk.survival;

import io.github.mpesasdk.sandbox.Fault;

/** What the gateway does to a payment besides. */
enum Trouble {
    NONE,
    CALLBACK_LOST(Fault.LOST_CALLBACK),
    CALLBACK_LATE(Fault.LATE_CALLBACK),
    CALLBACK_TWICE(Fault.DUPLICATE_CALLBACK),
    CALLBACK_THRICE(Fault.TRIPLE_CALLBACK),
    CALLBACK_EARLY(Fault.EARLY_CALLBACK),
    ANSWER_DROPPED(Fault.DROP_CONNECTION),
    ALL_LOST(Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);

    private final Fault[] faults;

    Trouble(Fault... faults) {
        this.faults = faults;
    }

    Fault[] faults() {
        return faults.clone();
    }

    boolean losesCallback() {
        return this == CALLBACK_LOST || this == ALL_LOST;
    }

    boolean losesAnswer() {
        return this == ANSWER_DROPPED || this == ALL_LOST;
    }

    boolean isRepeated() {
        return this == CALLBACK_TWICE || this == CALLBACK_THRICE;
    }
}
