package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The last step of a release: {@code CheckRelease <project> <staging>}. One line for each fault. */
public final class CheckRelease {

    private CheckRelease() {}

    public static void main(String[] folders) throws IOException {
        Project project = Project.in(Path.of(folders[0]).toRealPath());
        List<String> faults = faults(project, Path.of(folders[1]));
        faults.forEach(fault -> System.err.println("[ERROR] " + fault));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The release is not complete: " + faults.get(0));
        }
        System.out.println("[INFO] Staged and complete: " + project.published().size() + " artifacts in "
                + Path.of(folders[1]).toRealPath());
    }

    static List<String> faults(Project project, Path staging) throws IOException {
        List<String> faults = new ArrayList<>();
        List<StagedArtifact> staged = new ArrayList<>();
        for (Pom module : project.published()) {
            StagedArtifact.of(staging, module.artifactId(), module.version())
                    .ifPresentOrElse(staged::add, () -> faults.add(module.artifactId() + ": nothing is staged"));
        }
        PomRules rules = new PomRules(staged.stream()
                .map(StagedArtifact::pom)
                .collect(Collectors.toMap(Pom::artifactId, Function.identity())));
        for (StagedArtifact artifact : staged) {
            faults.addAll(rules.faults(artifact.pom()));
            if (artifact.pom().packaging().equals("jar")) {
                faults.addAll(JarRules.faults(artifact));
            }
        }
        faults.addAll(PomRules.faultsOfBom(project.bom(), project.publishedJars()));
        return faults;
    }
}
