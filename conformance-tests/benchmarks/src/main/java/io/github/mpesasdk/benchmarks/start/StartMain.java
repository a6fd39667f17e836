package io.github.mpesasdk.benchmarks.start;

import io.github.mpesasdk.benchmarks.Readme;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Starts processes that make one call each, by hand and with the SDK in turns, and compares how long they live. */
public final class StartMain {

    private StartMain() {}

    /**
     * Measures.
     *
     * @param arguments the README to write
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.getInteger("rounds", 11);
        StringBuilder table = new StringBuilder("""
                | first call of a process | by hand | this SDK | ratio |
                |---|---|---|---|
                """);
        Path certificate = Files.createTempFile("benchmark", ".pem");
        try (Gateway gateway = Gateway.start()) {
            Files.writeString(certificate, gateway.rsaCertificate());
            for (String call : List.of("push", "b2c")) {
                double[] ratios = new double[rounds];
                double[] hand = new double[rounds];
                double[] sdk = new double[rounds];
                for (int round = 0; round < rounds; round++) {
                    hand[round] = millis("hand", call, gateway, certificate);
                    sdk[round] = millis("sdk", call, gateway, certificate);
                    ratios[round] = sdk[round] / hand[round];
                }
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f ms | %.0f ms | %.2f |%n",
                        call,
                        middle(hand),
                        middle(sdk),
                        middle(ratios)));
            }
        } finally {
            Files.delete(certificate);
        }
        System.out.println(table);
        Readme.write(Path.of(arguments[0]), "start", Readme.provenance(rounds) + "\n\n" + table);
    }

    private static double millis(String who, String call, Gateway gateway, Path certificate)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCall.class.getName(),
                        who,
                        call,
                        gateway.http().toString(),
                        certificate.toString()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(who + " " + call + " ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double middle(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
