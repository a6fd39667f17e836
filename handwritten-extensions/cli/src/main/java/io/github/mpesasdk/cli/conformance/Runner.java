package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program under test: one process that reads a line of JSON for each case, and prints one. What it says on stderr
 * goes where that of the command goes. A process that is late or ends is replaced by a new one before the next case.
 */
final class Runner implements AutoCloseable {

    private static final String ENDED = "the runner ended";
    private static final int LONGEST = 120;

    private final String command;
    private final Duration patience;
    private @Nullable Running running;
    private boolean hasAnswered;

    /** @param command a line for the shell */
    Runner(String command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** A process and what it has printed; an empty line at its end. */
    private record Running(Process process, Writer input, BlockingQueue<Optional<String>> lines) {}

    /**
     * Gives it a case.
     *
     * @return what it saw
     * @throws NoLineException if it does not say
     * @throws ConformanceException if it never worked at all
     */
    JsonObject ask(JsonObject question) {
        Running now = running == null ? start() : running;
        running = now;
        try {
            now.input().write(question + "\n");
            now.input().flush();
        } catch (IOException ended) {
            throw noLine(now, ENDED);
        }
        Optional<String> line;
        try {
            line = now.lines().poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConformanceException("The cases were interrupted.");
        }
        if (line == null) {
            throw noLine(now, "the runner printed no line within " + patience.toSeconds() + " s");
        }
        JsonObject seen = read(line.orElseThrow(() -> noLine(now, ENDED)), now);
        hasAnswered = true;
        return seen;
    }

    private JsonObject read(String line, Running now) {
        try {
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException other) {
            throw noLine(now, "the runner printed a line that is no JSON object: " + shown(line));
        }
    }

    /** As much of a line as tells a developer which of the program's outputs it is. */
    private static String shown(String line) {
        String plain = line.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }

    private RuntimeException noLine(Running now, String what) {
        String ended = ended(now.process(), what);
        end(now.process());
        running = null;
        return hasAnswered
                ? new NoLineException(what)
                : new ConformanceException("Of the first case, " + what + ". " + ended
                        + "It must print one JSON object on one line for each line that it reads, and flush it.");
    }

    /** The exit code of a process that ended by itself. */
    private static String ended(Process process, String what) {
        try {
            // The end of its output is seen a moment before its own.
            boolean hasEnded = what.equals(ENDED) && process.waitFor(1, TimeUnit.SECONDS);
            return hasEnded ? "Its exit code is " + process.exitValue() + ". " : "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private Running start() {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        try {
            Process process = new ProcessBuilder(
                            isWindows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
            Thread reader = new Thread(() -> collect(process, lines), "conformance-runner");
            reader.setDaemon(true);
            reader.start();
            return new Running(process, process.outputWriter(StandardCharsets.UTF_8), lines);
        } catch (IOException noShell) {
            throw new ConformanceException("The runner cannot be started: there is no shell.");
        }
    }

    private static void collect(Process process, BlockingQueue<Optional<String>> lines) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException closed) {
            // It was stopped.
        }
        lines.add(Optional.empty());
    }

    @Override
    public void close() {
        if (running != null) {
            try {
                running.input().close();
                running.process().waitFor(2, TimeUnit.SECONDS);
            } catch (IOException ended) {
                // It is gone already.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            end(running.process());
        }
    }

    /** With what it started: who waits for our output would wait for that too. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The program did not say what it saw of one case. */
    static final class NoLineException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String what;

        NoLineException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
