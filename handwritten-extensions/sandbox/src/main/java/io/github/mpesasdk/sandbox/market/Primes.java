package io.github.mpesasdk.sandbox.market;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The primes of a seed, for keys of 2048 bits. A prime is in several pairs, because looking for primes is the longest
 * part of starting a sandbox. Who compares two such keys can break both: they are good for a gateway on loopback whose
 * secrets are worth nothing, and for nothing else.
 */
final class Primes {

    static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private static final int BITS = 1024;
    /** Of this process, so that the second sandbox of a test run has its primes already. */
    private static final Map<String, BigInteger> KNOWN = new ConcurrentHashMap<>();

    /** Which primes of a seed the keys of each market are made of. No two markets have the same two. */
    private static final Map<String, Numbers> NUMBERS = Map.of(
            "vodacom", new Numbers(0, 1),
            "mozambique", new Numbers(0, 2),
            "kenya", new Numbers(1, 2));

    private record Numbers(int one, int other) {}

    private Primes() {}

    /** The two primes of a market. */
    static Pair pair(String seed, String market) {
        Numbers numbers = NUMBERS.get(market);
        if (numbers == null) {
            throw new IllegalArgumentException("no primes are set aside for the keys of " + market);
        }
        return new Pair(prime(seed, numbers.one()), prime(seed, numbers.other()));
    }

    private static BigInteger prime(String seed, int number) {
        return KNOWN.computeIfAbsent(seed + "/" + number, name -> prime(new SeededBytes(seed, "prime-" + number)));
    }

    private static BigInteger prime(SeededBytes random) {
        BigInteger prime;
        do {
            // With the two highest bits set, the product of two has all its bits.
            BigInteger start =
                    new BigInteger(1, random.next(BITS / 8)).setBit(BITS - 1).setBit(BITS - 2);
            prime = start.nextProbablePrime();
        } while (prime.bitLength() > BITS || less(prime).mod(EXPONENT).signum() == 0);
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
