package io.github.mpesasdk.releasecheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which types a jar promises that has no module descriptor to say so. A line of its list names a type, with those
 * inside it, or all types of a package by {@code .*} at the end; a line with {@code #} is for people.
 */
final class PromisedTypes {

    private PromisedTypes() {}

    /** All types, if the jar has no list in the folder. */
    static Predicate<String> of(String artifact, Path folder) throws IOException {
        Path list = folder.resolve(artifact + ".txt");
        return Files.exists(list) ? in(Files.readAllLines(list)) : type -> true;
    }

    static Predicate<String> in(List<String> lines) {
        List<String> names = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return type -> {
            String outermost = type.replaceFirst("\\$.*", "");
            return names.contains(outermost) || names.contains(outermost.replaceFirst("[^.]*$", "*"));
        };
    }
}
