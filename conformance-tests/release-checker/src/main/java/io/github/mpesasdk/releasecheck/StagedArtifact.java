package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one artifact in a staged repository. The names of a snapshot have its time in the place of its version.
 */
record StagedArtifact(Path folder, String prefix, Pom pom) {

    static Optional<StagedArtifact> of(Path staging, String artifactId, String version) throws IOException {
        Path folder = staging.resolve(Project.GROUP.replace('.', '/'))
                .resolve(artifactId)
                .resolve(version);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<Path> pom;
        try (Stream<Path> files = Files.list(folder)) {
            pom = files.filter(file -> file.toString().endsWith(".pom")).max(Comparator.naturalOrder());
        }
        if (pom.isEmpty()) {
            return Optional.empty();
        }
        String name = pom.get().getFileName().toString();
        String prefix = name.substring(0, name.length() - ".pom".length());
        return Optional.of(new StagedArtifact(folder, prefix, Pom.read(pom.get())));
    }

    Path file(String suffix) {
        return folder.resolve(prefix + suffix);
    }

    List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
