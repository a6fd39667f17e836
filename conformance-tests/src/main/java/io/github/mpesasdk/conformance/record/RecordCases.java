package io.github.mpesasdk.conformance.record;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.mpesasdk.conformance.Checkout;
import io.github.mpesasdk.conformance.ConformanceCase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The command that records: plays every recordable case against a gateway, with credentials from the environment, and
 * writes what it answers as cases of the grade {@code recorded}. README.md says how to use it.
 */
public final class RecordCases {

    // Gateways refuse a quick succession of requests, and a recording of that is worth little.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Recorder recorder;
    private final Duration pause;
    private final Path target;
    private final PrintStream report;

    RecordCases(Map<String, String> environment, LocalDate today, Path target, PrintStream report) {
        RecorderSettings settings = RecorderSettings.from(environment);
        this.recorder = new Recorder(settings, today);
        this.pause = settings.isLoopback() ? Duration.ZERO : PAUSE;
        this.target = target;
        this.report = report;
    }

    /** Takes one argument, the folder to write to; {@code conformance-tests/target/recordings} without one. */
    public static void main(String[] arguments) throws InterruptedException {
        Path target = arguments.length > 0
                ? Path.of(arguments[0])
                : Checkout.root().resolve("conformance-tests/target/recordings");
        new RecordCases(System.getenv(), LocalDate.now(ZoneOffset.UTC), target.resolve("kenya"), System.out).run();
    }

    /** Records, and says of each case what came of it. */
    void run() throws InterruptedException {
        for (ConformanceCase played : ConformanceCase.ofMarket("kenya")) {
            if (played.isRecordable()) {
                record(played);
                Thread.sleep(pause.toMillis());
            }
        }
        report.println("Read them before you copy any to conformance-tests/cases/kenya: " + target);
    }

    private void record(ConformanceCase played) {
        Recorder.Take take = recorder.record(played);
        JsonObject recording = take.recording();
        if (recording != null) {
            write(played, recording);
        }
        report.println(played + ": " + take.remark());
    }

    private void write(ConformanceCase played, JsonObject recording) {
        try {
            Path folder = Files.createDirectories(target.resolve(played.folder()));
            String json = new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(recording);
            Files.writeString(folder.resolve("recorded-" + played.name() + ".json"), json + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
