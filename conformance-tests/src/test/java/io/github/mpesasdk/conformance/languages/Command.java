package io.github.mpesasdk.conformance.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of another language, started in a directory. */
record Command(Path directory, List<String> words) {

    private static final long PATIENCE_IN_SECONDS = 600;

    static Command in(Path directory, Object... words) {
        return new Command(directory, Stream.of(words).map(Object::toString).toList());
    }

    /** Runs it to its end, which must be a good one; what it printed is the message if it is not. */
    void succeeds(Map<String, String> environment) {
        output(environment);
    }

    /** The same, and returns what it printed. */
    String output(Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("mpesa-languages", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                try {
                    boolean ended = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
                    assertTrue(ended, () -> this + " does not end: " + read(output));
                    assertEquals(0, process.exitValue(), () -> this + ": " + read(output));
                    return read(output);
                } finally {
                    process.destroyForcibly();
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException failed) {
            throw new AssertionError(this + " does not start", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + " was interrupted", interrupted);
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return "unreadable output";
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
