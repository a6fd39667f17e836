package io.github.mpesasdk.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each application is built once, and takes a payment from a sandbox in this process. */
class ApplicationsIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final String PAID = "shipped [A-Z0-9]{10}\\R?";

    private static final Sandbox SANDBOX = Sandbox.start();
    private static Applications applications = copied();
    private static Run build = new Run(-1, "not built yet");

    private static Applications copied() {
        try {
            return Applications.copy("applications");
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @BeforeAll
    static void build() throws Exception {
        build = applications.build(JAVA);
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void onTheClassPathItTakesAPayment() throws Exception {
        isPaid(onClassPath(JAVA, built("class-path"), "shop.Shop", kenya()));
    }

    /** Who pays in Kenya gets this, and nothing for other countries, for XML or for databases. */
    @Test
    void kenyaBringsNothingOfOtherCountries() throws Exception {
        built("class-path");
        List<Path> jars = applications.libraries("class-path");
        assertEquals(
                List.of(
                        "annotations",
                        "bcprov-jdk18on",
                        "error_prone_annotations",
                        "gson",
                        "jspecify",
                        "kotlin-stdlib",
                        "mpesa-core",
                        "mpesa-daraja",
                        "mpesa-kenya",
                        "mpesa-runtime",
                        "okhttp",
                        "okhttp-jvm",
                        "okio-jvm"),
                jars.stream()
                        .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                        .toList());
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        assertTrue(bytes < 12_500_000, bytes + " bytes");
    }

    @Test
    void asANamedModuleItTakesAPayment() throws Exception {
        isPaid(applications.run(
                JAVA,
                List.of(
                        "-p",
                        classes(built("modules")) + File.pathSeparator + library("modules"),
                        "-m",
                        "shop/shop.Shop"),
                kenya()));
    }

    @Test
    void asAnImageOfItsOwnItTakesAPayment() throws Exception {
        Path application = built("jlink");
        Path image = application.resolve("target/image");
        List<String> path =
                new ArrayList<>(List.of(application.resolve("target/modules").toString()));
        applications.libraries("jlink").stream()
                .map(Path::toString)
                .filter(jar -> !jar.contains("okio"))
                .forEach(path::add);
        Run linked = Run.of(
                application,
                JAVA,
                List.of(
                        JAVA.resolve("bin/jlink").toString(),
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
        isPaid(applications.run(image, List.of("-m", "shop/shop.Shop"), kenya()));
    }

    @Test
    void inKotlinNoOutcomeIsForgotten() throws Exception {
        Run run = onClassPath(JAVA, built("kotlin"), "shop.ShopKt", kenya());
        assertTrue(run.printed().matches("shipped without a receipt\\R"), run.printed());
    }

    @Test
    void inTheDrcItTakesAPayment() throws Exception {
        DrcSandbox drc = SANDBOX.drc();
        isPaid(onClassPath(
                JAVA,
                built("drc"),
                "shop.Shop",
                drc.baseUrl().toString(),
                drc.username(),
                drc.password(),
                drc.serviceProviderCode(),
                drc.c2bCommandId()));
    }

    /** On a class path the order decides which OkHttp is used, and a shared one stands behind ours. */
    @Test
    void anOlderOkHttpThatIsManagedDoesNoHarm() throws Exception {
        isPaid(onClassPath(JAVA, built("okhttp-4"), "shop.Shop", kenya()));
    }

    @Test
    void librariesThatAreTooOldAreNamedBeforeAnythingIsSent() throws Exception {
        Run run = onClassPath(JAVA, built("old-libraries"), "shop.Shop", kenya());
        assertEquals(1, run.exit(), run.printed());
        assertTrue(
                run.printed().contains("OkHttp is too old for this SDK (okhttp-4.12.0.jar)")
                        && run.printed().contains("Gson is too old for this SDK (gson-2.8.9.jar)"),
                run.printed());
    }

    @Test
    void onJava25ItBuildsAndTakesAPayment() throws Exception {
        Path java25 = java25();
        Applications again = Applications.copy("applications-25");
        Run built = again.build(java25, "class-path");
        assertEquals(0, built.exit(), built.printed());
        isPaid(onClassPath(java25, again.folder("class-path"), "shop.Shop", kenya()));
    }

    private static Path java25() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String variable : List.of("JAVA_HOME_25_X64", "JAVA_25_HOME", "JDK25_HOME")) {
            if (System.getenv(variable) != null) {
                candidates.add(Path.of(System.getenv(variable)));
            }
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> installed = Files.list(usual)) {
                installed
                        .filter(home -> home.getFileName().toString().contains("-25-"))
                        .forEach(candidates::add);
            }
        }
        candidates.removeIf(home -> !Files.isExecutable(home.resolve("bin/javac")));
        assumeTrue(!candidates.isEmpty(), "no JDK 25 on this machine: name its folder in JAVA_HOME_25_X64");
        return candidates.get(0);
    }

    private static Path built(String application) {
        Path folder = applications.folder(application);
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
        return applications.folder(application).resolve("target/lib").toString();
    }

    private static Run onClassPath(Path java, Path application, String main, String... arguments) throws Exception {
        String path = classes(application)
                + File.pathSeparator
                + Files.readString(application.resolve("target/classpath.txt"));
        return applications.run(java, List.of("-cp", path, main), arguments);
    }

    private static String[] kenya() {
        KenyaSandbox kenya = SANDBOX.kenya();
        return new String[] {
            kenya.baseUrl().toString(), kenya.consumerKey(), kenya.consumerSecret(), kenya.payBill(), kenya.passkey()
        };
    }

    private static void isPaid(Run run) {
        assertEquals(0, run.exit(), run.printed());
        assertTrue(run.printed().matches(PAID), run.printed());
    }
}
