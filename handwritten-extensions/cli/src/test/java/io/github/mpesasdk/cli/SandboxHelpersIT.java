package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The helpers of the sandbox for tests in other languages start the jar that people run, and leave nothing behind. */
@Timeout(300)
class SandboxHelpersIT {

    private static final Path HELPERS =
            Path.of("..", "sandbox", "helpers").toAbsolutePath().normalize();
    private static final Path INSTALLED =
            Path.of("..", "sandbox", "target", "helpers").toAbsolutePath().normalize();
    private static final int PATIENCE_IN_SECONDS = 240;

    /** A name of the jar that no other process has among its words. */
    private final Path jar;

    private final Path output;

    SandboxHelpersIT(@TempDir Path folder) throws IOException {
        output = folder.resolve("output.txt");
        jar = Files.createSymbolicLink(
                folder.resolve("mpesa.jar"), Path.of("target", "mpesa.jar").toAbsolutePath());
    }

    @BeforeEach
    void otherLanguagesAreWanted() {
        assumeTrue(!Boolean.getBoolean("languages.skip"), "languages.skip is set");
    }

    @AfterEach
    void removeTheLink() throws IOException {
        Files.delete(jar);
    }

    @Test
    void pytest() throws Exception {
        Path python = installed("python/venv/bin/python");
        succeeds(HELPERS.resolve("python"), python.toString(), "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider");
        nothingIsLeft();
    }

    @Test
    void goTesting() throws Exception {
        assumeTrue(isOnPath("go"), "go is not installed");
        succeeds(HELPERS.resolve("go"), "go", "vet", "./...");
        succeeds(HELPERS.resolve("go"), "go", "test", "-count=1", "./...");
        nothingIsLeft();
    }

    @Test
    void vitest() throws Exception {
        assumeTrue(isOnPath("node"), "node is not installed");
        Path compiler = installed("typescript/node_modules/typescript/bin/tsc");
        Path runner = installed("typescript/node_modules/vitest/vitest.mjs");
        Path work = INSTALLED.resolve("typescript");
        try (Stream<Path> files = Files.list(HELPERS.resolve("typescript"))) {
            for (Path file : files.toList()) {
                Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        succeeds(work, "node", compiler.toString(), "-p", ".");
        succeeds(work, "node", runner.toString(), "run");
        nothingIsLeft();
    }

    private void succeeds(Path folder, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MPESA"));
        environment.put("MPESA_JAR", jar.toString());
        // Their sandboxes live for seconds.
        environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        environment.putAll(Map.of("GOPROXY", "off", "GOTOOLCHAIN", "local", "NO_COLOR", "1"));
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS), () -> "no end: " + told());
            assertEquals(0, process.exitValue(), this::told);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void nothingIsLeft() {
        List<String> left = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(jar.toString()))
                .toList();
        assertEquals(List.of(), left);
    }

    private static Path installed(String file) {
        Path path = INSTALLED.resolve(file);
        assumeTrue(Files.exists(path), () -> path + " is missing: run handwritten-extensions/sandbox/helpers/install");
        return path;
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String told() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return "unreadable output";
        }
    }
}
