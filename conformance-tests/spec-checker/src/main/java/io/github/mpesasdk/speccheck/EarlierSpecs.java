package io.github.mpesasdk.speccheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The specs as they were at a commit.
 *
 * @param folder where they are now
 * @param commit a commit or tag
 * @param isRelease whether it is the last release
 */
record EarlierSpecs(Path folder, String commit, boolean isRelease) {

    private static final String TAG_OF_RELEASE = "v*";

    /** Those of the last release or, before the first one, of the last commit; empty outside of a git checkout. */
    static Optional<EarlierSpecs> ofLastRelease(Path folder) throws IOException {
        Optional<String> tag = git(folder, "describe", "--tags", "--abbrev=0", "--match", TAG_OF_RELEASE);
        if (tag.isPresent()) {
            return Optional.of(new EarlierSpecs(folder, tag.get().strip(), true));
        }
        return ofCommit(folder, "HEAD");
    }

    /** Those of a commit; empty if there is none of this name. */
    static Optional<EarlierSpecs> ofCommit(Path folder, String commit) throws IOException {
        return git(folder, "rev-parse", "--verify", "--quiet", commit + "^{commit}")
                .map(known -> new EarlierSpecs(folder, commit, false));
    }

    /** What a file said, such as {@code daraja/openapi.yaml}; empty if it was not there. */
    Optional<String> read(String file) throws IOException {
        return git(folder, "show", commit + ":./" + file);
    }

    private static Optional<String> git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
