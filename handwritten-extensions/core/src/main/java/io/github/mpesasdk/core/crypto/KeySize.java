package io.github.mpesasdk.core.crypto;

import java.math.BigInteger;

/** How long the parts of an operator's key are. */
final class KeySize {

    // Every operator's key that we know has 2048 or 4096 bits, and below 2048 RSA can be broken.
    static final int FEWEST_BITS = 2048;
    // Encryption takes time with the square of the length.
    static final int MOST_BITS = 16_384;
    private static final int MOST_BITS_OF_EXPONENT = 256;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

    private KeySize() {}

    static boolean isUsual(BigInteger modulus) {
        return modulus.bitLength() >= FEWEST_BITS && modulus.bitLength() <= MOST_BITS;
    }

    static boolean isUsable(BigInteger exponent) {
        return exponent.compareTo(SMALLEST_EXPONENT) >= 0
                && exponent.testBit(0)
                && exponent.bitLength() <= MOST_BITS_OF_EXPONENT;
    }
}
