package io.github.mpesasdk.consumers;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A copy of the applications with the README's snippets in it, built by a Maven or Gradle of their own with a
 * repository of their own.
 */
final class Applications {

    private static final Path SOURCES = Path.of("..");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path REPOSITORY = TARGET.resolve("repository");

    /** Who pays in Kenya gets this, and nothing for other countries, for XML or for databases. */
    static final List<String> OF_KENYA = List.of(
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
            "okio-jvm");

    private final Path folder;

    private Applications(Path folder) {
        this.folder = folder;
    }

    /** Copies them to a folder below {@code target}; what an earlier run built there is not used again. */
    static Applications copy(String name) {
        Path folder = TARGET.resolve(name);
        try {
            copyTo(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Applications(folder);
    }

    private static void copyTo(Path folder) throws IOException {
        deleteAll(folder);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = SOURCES.relativize(file);
                if (!place.startsWith("test")) {
                    Files.createDirectories(folder.resolve(place).getParent());
                    Files.writeString(folder.resolve(place), Files.readString(file));
                }
            }
        }
        Readme kenya = Readme.of(Path.of("..", "..", "..", "README.md"));
        insert(
                folder.resolve("shop/shop/Shop.java"),
                kenya.payment("daraja")
                        .replace(".sandbox()", ".at(gateway)")
                        .replace("\"174379\"", "payBill")
                        .replace("URI.create(\"https://shop.example/pay\")", "callbacks")
                        .replace(
                                "Payment<StkPushAnswer> push",
                                "web.createContext(\"/pay/\", new CallbackHandler(daraja));\n    Payment<StkPushAnswer> push"));
        Files.writeString(folder.resolve("shop/shop/CallbackHandler.java"), "package shop;\n\n" + kenya.endpoint());
        insert(
                folder.resolve("gradle/build.gradle"),
                kenya.gradle().replaceAll("(mpesa-bom:)[^\"]+", "$1" + System.getProperty("consumers.version")));
        Readme drc = Readme.of(Path.of("..", "..", "..", "handwritten-extensions", "drc", "README.md"));
        insert(
                folder.resolve("drc/src/main/java/shop/Shop.java"),
                drc.payment("drc")
                        .replace(".test()", ".at(gateway)")
                        .replace("\"8337\", \"InitTrans_Shop\"", "code, command")
                        .replace("URI.create(\"https://shop.example/mpesa\")", "callbacks")
                        .replace(
                                "Payment<DrcC2bAnswer> payment",
                                "web.createContext(\"/mpesa/\", receiver(drc));\n    Payment<DrcC2bAnswer> payment")
                        .replace("Duration.ofMinutes(2));\n", "Duration.ofMinutes(2));\n    tell(outcome);\n"));
    }

    private static void insert(Path source, String snippet) throws IOException {
        String text = Files.readString(source);
        if (!text.contains("// README\n")) {
            throw new IllegalStateException(source + " has no place for the README's snippet");
        }
        Files.writeString(source, text.replace("// README\n", snippet));
    }

    Path folder(String application) {
        return folder.resolve(application);
    }

    /**
     * Builds all of them, or the given ones, with the Java at {@code javaHome}; one may fail without keeping the others
     * from it.
     */
    Run build(Path javaHome, String... applications) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("consumers.maven"), "bin", windows ? "mvn.cmd" : "mvn")
                        .toString(),
                "-B",
                "--fail-at-end",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dmpesa.version=" + System.getProperty("consumers.version"),
                "--global-settings",
                settings().toString()));
        if (System.getProperty("consumers.offline").endsWith("true")) {
            command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
        }
        if (applications.length > 0) {
            command.addAll(List.of("-am", "-pl", String.join(",", applications)));
        }
        command.add("package");
        return Run.of(folder, javaHome, command);
    }

    /** Builds the one for Gradle, from what is in the repository that the others share. */
    Run buildWithGradle(Path gradle, Path javaHome) throws IOException, InterruptedException {
        return Run.of(
                folder("gradle"),
                javaHome,
                List.of(
                        gradle.toString(),
                        "--no-daemon",
                        "--offline",
                        "--console=plain",
                        "-Dorg.gradle.jvmargs=" + String.join(" ", Run.SHORT),
                        "--gradle-user-home=" + TARGET.resolve("gradle-home"),
                        "-Dmaven.repo.local=" + REPOSITORY,
                        "assemble"));
    }

    // What Maven has fetched for this build need not be fetched once more: its repository serves the applications too.
    private static Path settings() throws IOException {
        String repository =
                """
                <id>cache</id><url>%s</url>
                <releases><updatePolicy>never</updatePolicy><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(Path.of(System.getProperty("consumers.cache")).toUri());
        String settings = """
                <settings><profiles><profile><id>cache</id>
                <repositories><repository>%1$s</repository></repositories>
                <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                </profile></profiles><activeProfiles><activeProfile>cache</activeProfile></activeProfiles></settings>
                """.formatted(repository);
        return Files.writeString(TARGET.resolve("settings.xml"), settings);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The jars that an application is shipped with. */
    List<Path> libraries(String application) {
        try (Stream<Path> jars = Files.list(folder(application).resolve("target/lib"))) {
            return jars.sorted().toList();
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    /** Their artifact ids. */
    List<String> artifacts(String application) {
        return libraries(application).stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                .toList();
    }

    /** What {@code shop.Shop} is to be told. */
    static String[] kenya(Sandbox sandbox) {
        KenyaSandbox kenya = sandbox.kenya();
        return new String[] {
            kenya.baseUrl().toString(), kenya.consumerKey(), kenya.consumerSecret(), kenya.payBill(), kenya.passkey()
        };
    }

    /** Runs {@code shop.Shop}, or what else is told to the Java at {@code javaHome}. */
    Run run(Path javaHome, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(Run.SHORT);
        command.addAll(options);
        command.addAll(Arrays.asList(arguments));
        return Run.of(folder, javaHome, command);
    }
}
