package io.github.mpesasdk.benchmarks;

import io.github.mpesasdk.benchmarks.calls.CallsMain;
import io.github.mpesasdk.benchmarks.crowds.CrowdsMain;
import io.github.mpesasdk.benchmarks.pieces.PiecesMain;
import io.github.mpesasdk.benchmarks.start.StartMain;

/** Everything, one after the other. */
public final class BenchmarksMain {

    private BenchmarksMain() {}

    /**
     * Measures.
     *
     * @param arguments the README to write
     */
    public static void main(String[] arguments) throws Exception {
        StartMain.main(arguments);
        PiecesMain.main(arguments);
        CrowdsMain.main(arguments);
        CallsMain.main(arguments);
        System.exit(0);
    }
}
