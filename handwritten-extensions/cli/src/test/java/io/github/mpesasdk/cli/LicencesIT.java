package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar that people run says what is inside, and under which licence. */
class LicencesIT {

    private static final Pattern JAR = Pattern.compile("(.+?)-([0-9].*)\\.jar");
    private static final Pattern LISTED = Pattern.compile(" *\\(.+\\) .* \\([^:]+:[^:]+:[^:]+ - .*\\)");

    private final Set<String> inside = classes(Path.of("target", "mpesa.jar"));

    @Test
    void everyLibraryInsideIsListedWithALicence() {
        List<String> lines = text("META-INF/THIRD-PARTY.txt")
                .lines()
                .filter(line -> line.contains(" ("))
                .toList();
        lines.forEach(line -> assertTrue(LISTED.matcher(line).matches(), line));
        List<String> missing = new ArrayList<>();
        for (Path jar : classPath()) {
            Matcher name = JAR.matcher(jar.getFileName().toString());
            if (name.matches() && inside.stream().anyMatch(classes(jar)::contains)) {
                String listed = ":" + name.group(1) + ":" + name.group(2) + " - ";
                if (lines.stream().noneMatch(line -> line.contains(listed))) {
                    missing.add(jar.getFileName().toString());
                }
            }
        }
        assertEquals(List.of(), missing, "inside mpesa.jar, and not in its META-INF/THIRD-PARTY.txt");
    }

    @Test
    void soIsEveryLibraryInsideWireMock() {
        List<String> places = text("META-INF/THIRD-PARTY-WIREMOCK.txt")
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(place -> place.endsWith("/"))
                .toList();
        Set<String> unlisted = inside.stream()
                .filter(name -> name.startsWith("wiremock/"))
                .filter(name -> places.stream().noneMatch(name::startsWith))
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        // A file that WireMock's own build left behind, in no package of anybody.
        unlisted.remove("wiremock");
        assertEquals(Set.of(), unlisted, "inside WireMock, and not in META-INF/THIRD-PARTY-WIREMOCK.txt");
    }

    /** Those of the specs' former reader, and what one library brought twice. */
    @Test
    void nothingIsInsideTwiceOrForNothing() {
        for (String place :
                List.of("com/fasterxml/", "com/google/common/", "org/mozilla/", "io/swagger/", "org/slf4j/")) {
            assertTrue(inside.stream().noneMatch(name -> name.startsWith(place)), place);
        }
    }

    /** The libraries of this test run, and its own. What is ours is no library. */
    private static List<Path> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !path.getFileName().toString().startsWith("mpesa-"))
                .toList();
    }

    private static Set<String> classes(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.endsWith("module-info.class"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(jar.toString(), e);
        }
    }

    private static String text(String name) {
        try (JarFile file = new JarFile(Path.of("target", "mpesa.jar").toFile());
                InputStream in = file.getInputStream(file.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
