package io.github.mpesasdk.core.flow;

/**
 * What a payment is found by. A name must not be taken for the key of another payment: keys prove something, names do
 * not. {@code equals} and {@code hashCode} are written out, for a record's own are linked at its first use, and the
 * first payment of a process would wait for that.
 */
sealed interface Handle {

    /** A digest of what its callbacks prove themselves with. */
    record Key(String digest) implements Handle {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.digest.equals(digest);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }

    /** The value of its reference. {@code toString} hides it: some prove callbacks. */
    record Name(String value) implements Handle {

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && name.value.equals(value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return "Name[***]";
        }
    }
}
