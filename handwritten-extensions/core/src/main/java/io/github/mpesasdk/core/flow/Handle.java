package io.github.mpesasdk.core.flow;

/**
 * What a payment is found by. A name must not be taken for the key of another payment: keys prove something, names do
 * not.
 */
sealed interface Handle {

    /** A digest of what its callbacks prove themselves with. */
    record Key(String digest) implements Handle {}

    /** The value of its reference. {@code toString} hides it: some prove callbacks. */
    record Name(String value) implements Handle {

        @Override
        public String toString() {
            return "Name[***]";
        }
    }
}
