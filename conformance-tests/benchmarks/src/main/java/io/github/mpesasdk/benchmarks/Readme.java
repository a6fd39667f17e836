package io.github.mpesasdk.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** The parts of the module's README that programs write. */
public final class Readme {

    private Readme() {}

    /**
     * Writes a part between its marks.
     *
     * @param part its name in the marks
     */
    public static void write(Path readme, String part, String text) throws IOException {
        String all = Files.readString(readme);
        String begin = "<!-- " + part + ": written by a program -->";
        int start = all.indexOf(begin) + begin.length();
        int end = all.indexOf("<!-- end of " + part + " -->");
        Files.writeString(readme, all.substring(0, start) + "\n\n" + text.strip() + "\n\n" + all.substring(end));
    }

    /** On what and when it was measured. */
    public static String provenance(int rounds) throws IOException {
        return String.format(
                Locale.ROOT,
                "Measured on %s, commit %s: JDK %s, %s %s, %d processors, %d rounds.",
                LocalDate.now(),
                commit(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                rounds);
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
