package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The POMs of the project are ready to be published, on every build and not only before a release. */
class PublishedPomsTest {

    private static final String PLUGINS = "build/plugins/plugin/dependencies/dependency";

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
    void everyPublishedModuleIsBuiltBeforeItIsExamined() throws IOException {
        Set<String> earlier = before("mpesa-release-checker");
        assertEquals(
                List.of(),
                project.published().stream()
                        .map(Pom::artifactId)
                        .filter(module -> !earlier.contains(module))
                        .toList(),
                "the release checker's pom.xml does not depend on them, so a parallel build may stage them too late");
    }

    @Test
    void everyPublishedModuleIsBuiltAfterTheParentWhichEmptiesTheFolder() throws IOException {
        assertEquals(
                List.of(),
                project.published().stream()
                        .map(Pom::artifactId)
                        .filter(module -> !before(module).contains("mpesa-parent"))
                        .toList(),
                "mpesa-parent empties it, so a parallel build may lose what they staged earlier");
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

    /** This module, and those that Maven builds before it, however many threads it has. */
    private static Set<String> before(String module) {
        Map<String, Pom> modules =
                project.modules().stream().collect(Collectors.toMap(Pom::artifactId, Function.identity()));
        Set<String> earlier = new HashSet<>();
        collectBefore(module, modules, earlier);
        return earlier;
    }

    private static void collectBefore(String module, Map<String, Pom> modules, Set<String> earlier) {
        Pom pom = modules.get(module);
        if (pom != null && earlier.add(module)) {
            Stream.of("parent", "dependencies/dependency", PLUGINS, "profiles/profile/" + PLUGINS)
                    .flatMap(path -> pom.all(path).stream())
                    .flatMap(needed -> Pom.child(needed, "artifactId").stream())
                    .forEach(needed -> collectBefore(needed, modules, earlier));
        }
    }
}
