package io.github.mpesasdk.speccheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says whether the specs break those who use them: {@code CompareSpecs <folder> [<commit>]}. Without a commit they are
 * compared with the last release. A break may be meant, so it ends no build.
 */
public final class CompareSpecs {

    private static final String CODES = "codes.yaml";

    private CompareSpecs() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
        String commit = arguments.length > 1 && arguments[1] != null ? arguments[1].strip() : "";
        Optional<EarlierSpecs> earlier =
                commit.isEmpty() ? EarlierSpecs.ofLastRelease(folder) : EarlierSpecs.ofCommit(folder, commit);
        if (earlier.isEmpty()) {
            System.out.println(
                    commit.isEmpty()
                            ? "[INFO] The specs are compared with no earlier ones: this is no git checkout."
                            : "[WARNING] The specs are compared with no earlier ones: there is no commit " + commit);
            return;
        }
        report(folder, earlier.get()).forEach(System.out::println);
    }

    /** What is printed: nothing if nothing changed. */
    static List<String> report(Path folder, EarlierSpecs earlier) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean changed = false;
        for (Path file : documents(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            String now = Files.readString(file);
            Optional<String> before = earlier.read(name);
            if (before.isPresent() && !before.get().equals(now)) {
                changed = true;
                breaks(name, before.get(), now).forEach(one -> lines.add("[WARNING]   specs/" + name + ": " + one));
            }
        }
        if (changed) {
            String with = earlier.isRelease()
                    ? "the last release, " + earlier.commit()
                    : earlier.commit() + (earlier.commit().equals("HEAD") ? ", for nothing is released yet" : "");
            lines.add(
                    0,
                    lines.isEmpty()
                            ? "[INFO] The specs differ from " + with
                                    + ", in nothing that is known to break their users."
                            : "[WARNING] Compared with " + with + ", the specs break their users. If it is meant,"
                                    + " name it in CHANGELOG.md:");
        }
        return lines;
    }

    private static List<String> breaks(String name, String before, String now) throws IOException {
        return name.endsWith(CODES) ? CodeBreaks.between(before, now) : SpecBreaks.between(before, now);
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(folder, 2, (path, attributes) -> isDocument(folder.relativize(path)))) {
            return files.sorted().toList();
        }
    }

    private static boolean isDocument(Path path) {
        return path.getNameCount() == 2 && path.toString().endsWith(".yaml") && !path.startsWith("target");
    }
}
