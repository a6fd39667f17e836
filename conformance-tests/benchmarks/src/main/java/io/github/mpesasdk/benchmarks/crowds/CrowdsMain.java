package io.github.mpesasdk.benchmarks.crowds;

import io.github.mpesasdk.benchmarks.Readme;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Many calls at once, and payments with many behind them. Writes its table into the module's README. */
public final class CrowdsMain {

    private static final int MANY = 1_000_000;
    private static final int FEW = 20_000;

    private CrowdsMain() {}

    /**
     * Measures.
     *
     * @param arguments the README to write
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.getInteger("rounds", 7);
        int many = Integer.getInteger("many", MANY);
        StringBuilder table = new StringBuilder("""
                | what | by hand | this SDK | ratio |
                |---|---|---|---|
                """);
        try (Gateway gateway = Gateway.start()) {
            try (Crowd slow = new Crowd(gateway, gateway.slow())) {
                compare(table, "200 at once, each answered after 200 ms", rounds, slow, 200);
                compare(table, "600 at once, each answered after 200 ms", rounds, slow, 600);
            }
            try (Crowd secure = new Crowd(gateway, gateway.https())) {
                compare(table, "a burst of 64 over TLS, a connection each", rounds, secure, 64);
            }
            try (Crowded crowded = new Crowded(gateway)) {
                crowded.pay(FEW);
            }
            try (Crowded crowded = new Crowded(gateway)) {
                double first = crowded.pay(FEW);
                crowded.pay(many - FEW);
                double last = crowded.pay(FEW);
                table.append(String.format(
                        Locale.ROOT,
                        "| a payment with %,d behind it; \"by hand\" is the same with at most %,d | %.0f us | %.0f us |"
                                + " %.2f |%n",
                        many,
                        FEW,
                        first,
                        last,
                        last / first));
            }
        }
        System.out.println(table);
        Readme.write(Path.of(arguments[0]), "crowds", Readme.provenance(rounds) + "\n\n" + table);
    }

    private static void compare(StringBuilder table, String what, int rounds, Crowd crowd, int calls) {
        IntToDoubleFunction hand = crowd::byHand;
        IntToDoubleFunction sdk = crowd::bySdk;
        double[] byHand = new double[rounds];
        double[] bySdk = new double[rounds];
        double[] ratios = new double[rounds];
        // The first is for the compilers and the threads.
        for (int round = -1; round < rounds; round++) {
            double one = hand.applyAsDouble(calls);
            double other = sdk.applyAsDouble(calls);
            if (round >= 0) {
                byHand[round] = one;
                bySdk[round] = other;
                ratios[round] = other / one;
            }
        }
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.2f |%n",
                what,
                middle(byHand),
                middle(bySdk),
                middle(ratios)));
    }

    private static double middle(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
