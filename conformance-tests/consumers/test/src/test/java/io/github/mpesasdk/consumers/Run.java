package io.github.mpesasdk.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a process printed, and how it ended. */
record Run(int exit, String printed) {

    /** For a Java that lives for seconds, too few for the second compiler and a collector of several threads. */
    static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    static Run of(Path folder, Path javaHome, List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().keySet().removeAll(List.of("MAVEN_ARGS", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("MAVEN_OPTS", String.join(" ", SHORT));
        builder.environment().put("GRADLE_OPTS", String.join(" ", SHORT));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("has not ended: " + command + "\n" + Files.readString(printed));
        }
        return new Run(process.exitValue(), Files.readString(printed));
    }

    /** The application has ended, and told the receipt. */
    static void assertPaid(Run run) {
        assertEquals(0, run.exit(), run.printed());
        assertTrue(run.printed().matches("shipped [A-Z0-9]{10}\\R?"), run.printed());
    }
}
