package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The POMs of the project are ready to be published, on every build and not only before a release. */
class PublishedPomsTest {

    private static Project project = new Project(List.of());

    @BeforeAll
    static void read() throws IOException {
        project = Project.in(Path.of("..", ".."));
    }

    @Test
    void theBillOfMaterialsNamesEveryPublishedJar() {
        List<String> jars = project.publishedJars();
        assertTrue(jars.contains("mpesa-kenya") && jars.contains("mpesa-spring-boot-starter"), jars.toString());
        assertEquals(List.of(), PomRules.faultsOfBom(project.bom(), jars));
    }

    @Test
    void theBillOfMaterialsBringsNothingElse() {
        assertTrue(project.bom().all("parent").isEmpty(), "a parent would bring its own managed versions");
        assertEquals(project.modules().get(0).version(), project.bom().version());
    }

    @Test
    void everyPublishedPomIsComplete() {
        Map<String, Pom> published =
                project.published().stream().collect(Collectors.toMap(Pom::artifactId, Function.identity()));
        PomRules rules = new PomRules(published);
        assertEquals(
                List.of(),
                published.values().stream()
                        .flatMap(pom -> rules.faults(pom).stream())
                        .toList());
    }
}
