package io.github.mpesasdk.core.crypto;

import java.math.BigInteger;

/** What an operator's key is made of; each is looked at once, when it is read. */
final class KeyRules {

    // Every operator's key that we know has 2048 or 4096 bits, and below 2048 RSA can be broken.
    static final int FEWEST_BITS = 2048;
    // Encryption takes time with the square of the length.
    static final int MOST_BITS = 16_384;
    private static final int MOST_BITS_OF_EXPONENT = 256;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

    private static final int SMALLEST_FACTOR = 3;
    private static final int FACTORS_END = 1000;
    private static final BigInteger SMALL_PRIMES = smallPrimes();

    private KeyRules() {}

    static boolean isUsual(BigInteger modulus) {
        return modulus.bitLength() >= FEWEST_BITS && modulus.bitLength() <= MOST_BITS;
    }

    /** Whether it has none of the factors that a damaged one mostly has. */
    static boolean isModulus(BigInteger number) {
        return number.testBit(0) && number.gcd(SMALL_PRIMES).equals(BigInteger.ONE);
    }

    private static BigInteger smallPrimes() {
        BigInteger product = BigInteger.ONE;
        for (int number = SMALLEST_FACTOR; number < FACTORS_END; number += 2) {
            BigInteger next = BigInteger.valueOf(number);
            product = product.gcd(next).equals(BigInteger.ONE) ? product.multiply(next) : product;
        }
        return product;
    }

    static boolean isUsable(BigInteger exponent) {
        return exponent.compareTo(SMALLEST_EXPONENT) >= 0
                && exponent.testBit(0)
                && exponent.bitLength() <= MOST_BITS_OF_EXPONENT;
    }
}
