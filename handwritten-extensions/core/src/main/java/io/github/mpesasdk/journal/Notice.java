package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Settled;

/** Something that a listener has to hear, at least once. */
public sealed interface Notice {

    /** What a notice is about. */
    enum Kind {
        SETTLEMENT,
        PERSON,
        MONEY
    }

    /** What it is about. */
    Kind kind();

    /** By what the journal finds it again. */
    long id();

    /** How often it was handed over before: 0 the first time. */
    int attempts();

    /** The same, to be handed over again. */
    Notice again();

    /** A payment was settled. */
    record OfSettlement(long id, int attempts, Settled settled) implements Notice {
        @Override
        public Kind kind() {
            return Kind.SETTLEMENT;
        }

        @Override
        public OfSettlement again() {
            return new OfSettlement(id, attempts + 1, settled.repeated());
        }
    }

    /** A payment needs a person. */
    record OfPerson(long id, int attempts, NeedsPerson payment) implements Notice {
        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public OfPerson again() {
            return new OfPerson(id, attempts + 1, payment);
        }
    }

    /** A customer paid unasked. */
    record OfMoney(long id, int attempts, CustomerPayment payment) implements Notice {
        @Override
        public Kind kind() {
            return Kind.MONEY;
        }

        @Override
        public OfMoney again() {
            return new OfMoney(id, attempts + 1, payment.repeated());
        }
    }
}
