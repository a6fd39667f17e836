package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project, staged whole and then with one thing wrong. */
class CheckReleaseTest {

    private static final String HEAD = "<project><groupId>io.github.mpesasdk</groupId><version>1.0</version>"
            + "<name>n</name><description>d</description>";
    private static final String DATA = "<url>u</url><licenses><license><name>l</name><url>u</url></license></licenses>"
            + "<developers><developer><name>d</name></developer></developers>"
            + "<scm><connection>c</connection><developerConnection>c</developerConnection><url>u</url></scm>";
    private static final String SHOP = HEAD
            + "<parent><artifactId>mpesa-parent</artifactId></parent><artifactId>mpesa-shop</artifactId>"
            + "<dependencies><dependency><groupId>g</groupId><artifactId>gson</artifactId></dependency></dependencies></project>";
    private static final String[] LICENCES = {"META-INF/LICENSE", "META-INF/NOTICE"};

    @TempDir
    private Path root = Path.of(".");

    @BeforeEach
    void stage() throws IOException {
        pom(
                "",
                "mpesa-parent",
                HEAD + DATA + "<artifactId>mpesa-parent</artifactId><packaging>pom</packaging>"
                        + "<modules><module>shop</module><module>bom</module></modules></project>");
        pom("shop", "mpesa-shop", SHOP);
        pom(
                "bom",
                "mpesa-bom",
                HEAD + DATA + "<artifactId>mpesa-bom</artifactId><packaging>pom</packaging>"
                        + "<dependencyManagement><dependencies><dependency><artifactId>mpesa-shop</artifactId></dependency>"
                        + "</dependencies></dependencyManagement></project>");
        jar("shop-1.0.jar", "a/Shop.class", "a/Shop$Till.class");
        jar("shop-1.0-sources.jar", "a/Shop.java");
        jar("shop-1.0-javadoc.jar", "index.html");
        sbom("gson");
    }

    @Test
    void aReleaseThatIsCompleteHasNoFaults() throws IOException {
        assertEquals(List.of(), faults());
    }

    @Test
    void whatIsNotStagedIsNamed() throws IOException {
        Files.delete(staged("mpesa-bom").resolve("mpesa-bom-1.0.pom"));
        assertEquals(List.of("mpesa-bom: nothing is staged"), faults());
    }

    @Test
    void aMissingJarIsNamed() throws IOException {
        Files.delete(staged("mpesa-shop").resolve("mpesa-shop-1.0-javadoc.jar"));
        assertEquals(List.of("mpesa-shop: -javadoc.jar is missing"), faults());
    }

    @Test
    void aClassWithoutItsSourceIsNamed() throws IOException {
        jar("shop-1.0.jar", "a/Shop.class", "a/generated/Answer.class");
        assertEquals(List.of("mpesa-shop: its sources have no a/generated/Answer.java"), faults());
    }

    @Test
    void aPartThatTheSbomDoesNotNameIsNamed() throws IOException {
        sbom("okhttp");
        assertEquals(List.of("mpesa-shop: its SBOM does not name gson"), faults());
    }

    @Test
    void anArtifactThatNobodyCanFetchIsNamed() throws IOException {
        pom("shop", "mpesa-shop", SHOP.replace("<groupId>g<", "<groupId>io.github.mpesasdk<"));
        assertEquals(List.of("mpesa-shop: needs gson, which is not published"), faults());
    }

    @Test
    void whatThePomLacksIsNamed() throws IOException {
        pom("shop", "mpesa-shop", SHOP.replace("<description>d</description>", ""));
        assertEquals(List.of("mpesa-shop: its POM has no description"), faults());
    }

    private List<String> faults() throws IOException {
        return CheckRelease.faults(Project.in(root), root.resolve("staging"));
    }

    private Path staged(String artifact) throws IOException {
        return Files.createDirectories(root.resolve("staging/io/github/mpesasdk/" + artifact + "/1.0"));
    }

    private void pom(String folder, String artifact, String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve(folder)).resolve("pom.xml"), text);
        Files.writeString(staged(artifact).resolve(artifact + "-1.0.pom"), text);
    }

    private void jar(String name, String... entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(staged("mpesa-shop").resolve("mpesa-" + name));
                JarOutputStream jar = new JarOutputStream(file, new java.util.jar.Manifest())) {
            for (String[] names : new String[][] {LICENCES, entries}) {
                for (String entry : names) {
                    jar.putNextEntry(new ZipEntry(entry));
                }
            }
        }
    }

    private void sbom(String part) throws IOException {
        Files.write(
                staged("mpesa-shop").resolve("mpesa-shop-1.0-cyclonedx.json"),
                ("{\"bomFormat\": \"CycloneDX\", \"metadata\": {\"component\": {\"name\": \"mpesa-shop\"}},"
                                + " \"components\": [{\"name\": \"" + part + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
