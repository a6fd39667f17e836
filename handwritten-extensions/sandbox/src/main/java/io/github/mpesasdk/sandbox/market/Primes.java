package io.github.mpesasdk.sandbox.market;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of primes for keys of 2048 bits; no pair is given twice. A prime is in several pairs, because looking for
 * primes is the longest part of starting a sandbox. Who compares two such keys can break both: they are good for a
 * gateway on loopback whose secrets are worth nothing, and for nothing else.
 */
final class Primes {

    static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private static final int BITS = 1024;
    /** Of this process, so that the second sandbox of a test run has most of its primes already. */
    private static final Primes OF_PROCESS = new Primes();

    private final SecureRandom random = new SecureRandom();
    private final List<BigInteger> known = new ArrayList<>();
    private int smaller;
    private int larger = 1;

    /** Two primes that were not given together before. */
    static Pair pair() {
        return OF_PROCESS.next();
    }

    private synchronized Pair next() {
        while (known.size() <= larger) {
            known.add(prime());
        }
        Pair pair = new Pair(known.get(smaller), known.get(larger));
        smaller++;
        if (smaller == larger) {
            smaller = 0;
            larger++;
        }
        return pair;
    }

    private BigInteger prime() {
        BigInteger prime;
        do {
            // With the two highest bits set, the product of two has all its bits.
            BigInteger start = new BigInteger(BITS, random).setBit(BITS - 1).setBit(BITS - 2);
            prime = start.nextProbablePrime();
        } while (prime.bitLength() > BITS || less(prime).mod(EXPONENT).signum() == 0 || known.contains(prime));
        return prime;
    }

    private static BigInteger less(BigInteger prime) {
        return prime.subtract(BigInteger.ONE);
    }

    /** Two primes of 1024 bits, and what follows from them. */
    record Pair(BigInteger p, BigInteger q) {

        BigInteger modulus() {
            return p.multiply(q);
        }

        BigInteger privateExponent() {
            return EXPONENT.modInverse(less(p).multiply(less(q)));
        }

        BigInteger exponentP() {
            return privateExponent().mod(less(p));
        }

        BigInteger exponentQ() {
            return privateExponent().mod(less(q));
        }

        BigInteger coefficient() {
            return q.modInverse(p);
        }

        @Override
        public String toString() {
            return "Pair[***]";
        }
    }
}
