package io.github.mpesasdk.consumers;

import static io.github.mpesasdk.consumers.Applications.kenya;
import static io.github.mpesasdk.consumers.Run.assertPaid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mpesasdk.sandbox.Sandbox;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's dependencies for Gradle, in an application that Gradle builds from a Maven repository. */
class GradleIT {

    private static final Applications APPLICATIONS = Applications.copy("applications-gradle");

    @BeforeAll
    static void build() throws Exception {
        Optional<Path> gradle = gradle();
        assumeTrue(
                gradle.isPresent(),
                "no Gradle on this machine: conformance-tests/consumers/install-gradle fetches it, or put its command on the PATH");
        Run built = APPLICATIONS.buildWithGradle(gradle.orElseThrow(), Jdk.OF_THE_BUILD.home());
        assertEquals(0, built.exit(), built.printed());
    }

    @ParameterizedTest
    @EnumSource
    void takesAPayment(Jdk jdk) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Path built = APPLICATIONS.folder("gradle");
            String path = built.resolve("build/classes/java/main") + File.pathSeparator + built.resolve("target/lib/*");
            assertPaid(APPLICATIONS.run(jdk.home(), List.of("-cp", path, "shop.Shop"), kenya(sandbox)));
        }
    }

    @Test
    void getsTheSameJarsAsFromMaven() {
        assertEquals(Applications.OF_KENYA, APPLICATIONS.artifacts("gradle"));
    }

    @Test
    void hasTheSandboxInItsTestsOnly() {
        assertTrue(Files.exists(APPLICATIONS
                .folder("gradle")
                .resolve("target/test-lib/mpesa-sandbox-" + System.getProperty("consumers.version") + ".jar")));
    }

    private static Optional<Path> gradle() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, windows ? "gradle.bat" : "gradle"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
