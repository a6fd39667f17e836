package io.github.mpesasdk.survival;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A machine as the test sees it: a process that is told what to do, and can be killed. */
final class MachineProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final PrintWriter commands;
    private final List<String> said = new ArrayList<>();
    private volatile int port;

    private MachineProcess(String name, Process process, JsonObject settings) {
        this.name = name;
        this.process = process;
        this.commands =
                new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        Thread reader = new Thread(this::read, "machine " + name);
        reader.setDaemon(true);
        reader.start();
        commands.println(settings);
    }

    /** Starts a process; {@link #await} says when it is there. */
    static MachineProcess start(String name, JsonObject settings) {
        try {
            Path logs = Files.createDirectories(Path.of("target", "survival"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Machine.class.getName(),
                            name)
                    .redirectError(ProcessBuilder.Redirect.appendTo(new File(logs.toFile(), name + ".log")))
                    .start();
            return new MachineProcess(name, process, settings);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                    said.notifyAll();
                }
                if (line.startsWith("READY ")) {
                    port = Integer.parseInt(line.substring(6));
                }
            }
        } catch (IOException ended) {
            // It was killed.
        }
    }

    String name() {
        return name;
    }

    /** Where it hears callbacks; 0 before it is there. */
    int port() {
        return port;
    }

    /** Whether it has been told to end, or was killed. */
    boolean isAlive() {
        return process.isAlive();
    }

    void tell(String command) {
        commands.println(command);
    }

    void awaitReady() {
        if (!await(line -> line.startsWith("READY "), START)) {
            throw new AssertionError("machine " + name + " did not start, see target/survival/" + name + ".log");
        }
    }

    boolean hasSaid(String line) {
        synchronized (said) {
            return said.contains(line);
        }
    }

    /** Everything that it said. */
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** Waits until it has said such a line. */
    boolean await(Predicate<String> line, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (said) {
            while (said.stream().noneMatch(line)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    said.wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
