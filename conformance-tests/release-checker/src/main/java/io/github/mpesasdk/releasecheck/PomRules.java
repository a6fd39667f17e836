package io.github.mpesasdk.releasecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What Maven Central asks of a POM, and what a user of it needs: that everything that it names is published too. */
final class PomRules {

    private static final List<String> OWN = List.of("name", "description");
    private static final List<String> OWN_OR_INHERITED = List.of(
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final Map<String, Pom> published;

    /** The published POMs by their artifact ids. */
    PomRules(Map<String, Pom> published) {
        this.published = published;
    }

    List<String> faults(Pom pom) {
        List<String> faults = new ArrayList<>();
        for (String path : OWN) {
            if (pom.text(path).isEmpty()) {
                faults.add(pom.artifactId() + ": its POM has no " + path);
            }
        }
        for (String path : OWN_OR_INHERITED) {
            if (said(pom, path).isEmpty()) {
                faults.add(pom.artifactId() + ": neither its POM nor a parent has " + path);
            }
        }
        for (String unwanted : List.of("repositories", "pluginRepositories", "distributionManagement")) {
            if (!pom.all(unwanted).isEmpty()) {
                faults.add(pom.artifactId() + ": its POM has " + unwanted);
            }
        }
        for (Element dependency : pom.all("dependencies/dependency")) {
            String artifact = Pom.child(dependency, "artifactId").orElseThrow();
            boolean ours = Pom.child(dependency, "groupId").orElse("").equals(Project.GROUP);
            boolean reachesUsers =
                    !Pom.child(dependency, "scope").orElse("compile").equals("test");
            if (ours && reachesUsers && !published.containsKey(artifact)) {
                faults.add(pom.artifactId() + ": needs " + artifact + ", which is not published");
            }
        }
        return faults;
    }

    private Optional<String> said(Pom pom, String path) {
        Optional<String> own = pom.text(path);
        if (own.isPresent()) {
            return own;
        }
        return pom.text("parent/artifactId")
                .flatMap(parent -> Optional.ofNullable(published.get(parent)))
                .flatMap(parent -> said(parent, path));
    }

    /** The bill of materials names each published jar once, and nothing else. */
    static List<String> faultsOfBom(Pom bom, List<String> jars) {
        List<String> faults = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        for (Element dependency : bom.all("dependencyManagement/dependencies/dependency")) {
            String artifact = Pom.child(dependency, "artifactId").orElseThrow();
            if (!named.add(artifact)) {
                faults.add("mpesa-bom: names " + artifact + " twice");
            }
            if (!jars.contains(artifact)) {
                faults.add("mpesa-bom: names " + artifact + ", which is not published");
            }
        }
        jars.stream().filter(jar -> !named.contains(jar)).forEach(jar -> faults.add("mpesa-bom: does not name " + jar));
        return faults;
    }
}
