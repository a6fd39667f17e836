package io.github.mpesasdk.consumers;

import static io.github.mpesasdk.consumers.Applications.kenya;
import static io.github.mpesasdk.consumers.Run.assertPaid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each application is built once, and on each Java takes a payment from a sandbox in this process. */
class ApplicationsIT {

    private static final Sandbox SANDBOX = Sandbox.start();
    private static final Applications APPLICATIONS = Applications.copy("applications");
    private static Run build = new Run(-1, "not built yet");

    @BeforeAll
    static void build() throws Exception {
        build = APPLICATIONS.build(Jdk.OF_THE_BUILD.home());
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource
    void onTheClassPathItTakesAPayment(Jdk jdk) throws Exception {
        assertPaid(onClassPath(jdk, built("class-path"), "shop.Shop", kenya(SANDBOX)));
    }

    @Test
    void kenyaBringsNothingOfOtherCountries() throws Exception {
        built("class-path");
        assertEquals(Applications.OF_KENYA, APPLICATIONS.artifacts("class-path"));
        long bytes = 0;
        for (Path jar : APPLICATIONS.libraries("class-path")) {
            bytes += Files.size(jar);
        }
        assertTrue(bytes < 12_500_000, bytes + " bytes");
    }

    @ParameterizedTest
    @EnumSource
    void asANamedModuleItTakesAPayment(Jdk jdk) throws Exception {
        assertPaid(APPLICATIONS.run(
                jdk.home(),
                List.of(
                        "-p",
                        classes(built("modules")) + File.pathSeparator + library("modules"),
                        "-m",
                        "shop/shop.Shop"),
                kenya(SANDBOX)));
    }

    @ParameterizedTest
    @EnumSource
    void asAnImageOfItsOwnItTakesAPayment(Jdk jdk) throws Exception {
        Path application = built("jlink");
        Path image = application.resolve("target/image-" + jdk);
        List<String> path =
                new ArrayList<>(List.of(application.resolve("target/modules").toString()));
        APPLICATIONS.libraries("jlink").stream()
                .map(Path::toString)
                .filter(jar -> !jar.contains("okio"))
                .forEach(path::add);
        Run linked = Run.of(
                application,
                jdk.home(),
                List.of(
                        jdk.home().resolve("bin/jlink").toString(),
                        "-J" + Run.SHORT.get(0),
                        "-J" + Run.SHORT.get(1),
                        "-p",
                        String.join(File.pathSeparator, path),
                        "--add-modules",
                        "shop",
                        "--strip-debug",
                        // Bouncy Castle is signed, and an image holds no signatures.
                        "--ignore-signing-information",
                        "--output",
                        image.toString()));
        assertEquals(0, linked.exit(), linked.printed());
        assertPaid(APPLICATIONS.run(image, List.of("-m", "shop/shop.Shop"), kenya(SANDBOX)));
    }

    @ParameterizedTest
    @EnumSource
    void inKotlinNoOutcomeIsForgotten(Jdk jdk) throws Exception {
        Run run = onClassPath(jdk, built("kotlin"), "shop.ShopKt", kenya(SANDBOX));
        assertTrue(run.printed().matches("shipped without a receipt\\R"), run.printed());
    }

    @ParameterizedTest
    @EnumSource
    void inTheDrcItTakesAPayment(Jdk jdk) throws Exception {
        DrcSandbox drc = SANDBOX.drc();
        assertPaid(onClassPath(
                jdk,
                built("drc"),
                "shop.Shop",
                drc.baseUrl().toString(),
                drc.username(),
                drc.password(),
                drc.serviceProviderCode(),
                drc.c2bCommandId()));
    }

    /** On a class path the order decides which OkHttp is used, and a shared one stands behind ours. */
    @ParameterizedTest
    @EnumSource
    void anOlderOkHttpThatIsManagedDoesNoHarm(Jdk jdk) throws Exception {
        assertPaid(onClassPath(jdk, built("okhttp-4"), "shop.Shop", kenya(SANDBOX)));
    }

    @ParameterizedTest
    @EnumSource
    void librariesThatAreTooOldAreNamedBeforeAnythingIsSent(Jdk jdk) throws Exception {
        Run run = onClassPath(jdk, built("old-libraries"), "shop.Shop", kenya(SANDBOX));
        assertEquals(1, run.exit(), run.printed());
        assertTrue(
                run.printed().contains("OkHttp is too old for this SDK (okhttp-4.12.0.jar)")
                        && run.printed().contains("Gson is too old for this SDK (gson-2.8.9.jar)"),
                run.printed());
    }

    @Test
    void java25BuildsItToo() throws Exception {
        Applications again = Applications.copy("applications-25");
        Run built = again.build(Jdk.JAVA_25.home(), "class-path");
        assertEquals(0, built.exit(), built.printed());
        assertPaid(onClassPath(Jdk.JAVA_25, again.folder("class-path"), "shop.Shop", kenya(SANDBOX)));
    }

    private static Path built(String application) {
        Path folder = APPLICATIONS.folder(application);
        assertTrue(
                build.printed().lines().anyMatch(line -> line.matches("\\[INFO\\] " + application + " .* SUCCESS .*"))
                        || build.printed().contains("BUILD SUCCESS"),
                () -> application + " is not built:\n" + build.printed());
        return folder;
    }

    private static String classes(Path application) {
        return application.resolve("target/classes").toString();
    }

    private static String library(String application) {
        return APPLICATIONS.folder(application).resolve("target/lib").toString();
    }

    private static Run onClassPath(Jdk jdk, Path application, String main, String... arguments) throws Exception {
        String path = classes(application)
                + File.pathSeparator
                + Files.readString(application.resolve("target/classpath.txt"));
        return APPLICATIONS.run(jdk.home(), List.of("-cp", path, main), arguments);
    }
}
