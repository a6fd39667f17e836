package io.github.mpesasdk.releasecheck;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What stands beside a published jar, and what is in it. */
final class JarRules {

    private final StagedArtifact artifact;
    private final Pom pom;
    private final List<String> faults = new ArrayList<>();

    private JarRules(StagedArtifact artifact) {
        this.artifact = artifact;
        this.pom = artifact.pom();
    }

    static List<String> faults(StagedArtifact artifact) throws IOException {
        JarRules rules = new JarRules(artifact);
        rules.look();
        return rules.faults;
    }

    private void look() throws IOException {
        for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
            if (!Files.isRegularFile(artifact.file(suffix))) {
                faults.add(pom.artifactId() + ": " + suffix + " is missing");
            }
        }
        if (!faults.isEmpty()) {
            return;
        }
        for (Path jar : artifact.jars()) {
            Set<String> names = names(jar);
            for (String text : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
                if (!names.contains(text)) {
                    faults.add(jar.getFileName() + ": has no " + text);
                }
            }
        }
        Set<String> classes = names(artifact.file(".jar"));
        hasSourceOfEach(classes);
        if (classes.stream().anyMatch(name -> name.endsWith(".class"))
                && !names(artifact.file("-javadoc.jar")).contains("index.html")) {
            faults.add(pom.artifactId() + ": its Javadoc has no index.html");
        }
        tellsItsParts();
    }

    private void hasSourceOfEach(Set<String> classes) throws IOException {
        Set<String> sources = names(artifact.file("-sources.jar"));
        classes.stream()
                .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                .map(name -> name.replaceFirst("\\.class$", ".java"))
                .filter(source -> !sources.contains(source))
                .forEach(source -> faults.add(pom.artifactId() + ": its sources have no " + source));
    }

    /** The SBOM is of this artifact, and names every dependency that a user gets with it. */
    private void tellsItsParts() throws IOException {
        JsonObject sbom = JsonParser.parseString(Files.readString(artifact.file("-cyclonedx.json")))
                .getAsJsonObject();
        String subject = sbom.getAsJsonObject("metadata")
                .getAsJsonObject("component")
                .get("name")
                .getAsString();
        if (!sbom.get("bomFormat").getAsString().equals("CycloneDX") || !subject.equals(pom.artifactId())) {
            faults.add(pom.artifactId() + ": its SBOM is of " + subject);
        }
        Set<String> named = new TreeSet<>();
        // What needs nothing has no such list.
        JsonElement parts = sbom.has("components") ? sbom.get("components") : new JsonArray();
        for (JsonElement part : parts.getAsJsonArray()) {
            named.add(part.getAsJsonObject().get("name").getAsString());
        }
        for (Element dependency : pom.all("dependencies/dependency")) {
            String name = Pom.child(dependency, "artifactId").orElseThrow();
            String scope = Pom.child(dependency, "scope").orElse("compile");
            if (Set.of("compile", "runtime").contains(scope) && !named.contains(name)) {
                faults.add(pom.artifactId() + ": its SBOM does not name " + name);
            }
        }
    }

    private static Set<String> names(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream().map(entry -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
