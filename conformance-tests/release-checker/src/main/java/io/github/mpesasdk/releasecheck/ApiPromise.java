package io.github.mpesasdk.releasecheck;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a jar promised, in the lines of {@link PublicApi}, with what it has now, in words. */
final class ApiPromise {

    private final String artifact;
    private final Set<String> breaks = new LinkedHashSet<>();
    private final Set<String> additions = new LinkedHashSet<>();

    private ApiPromise(String artifact) {
        this.artifact = artifact;
    }

    /** One line for each difference, those that break users first. */
    static List<String> differences(String artifact, List<String> promised, List<String> now) {
        ApiPromise promise = new ApiPromise(artifact);
        Map<String, Type> before = types(promised);
        Map<String, Type> after = types(now);
        before.forEach((name, type) -> {
            if (after.containsKey(name)) {
                promise.compare(type, after.get(name));
            } else {
                promise.breaks(name, "removed");
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> promise.additions.add("%s: %s is new".formatted(artifact, name)));
        promise.breaks.addAll(promise.additions);
        return List.copyOf(promise.breaks);
    }

    private void compare(Type before, Type now) {
        before.lines.forEach((undeprecated, line) -> {
            String still = now.lines.get(undeprecated);
            if (still == null) {
                breaks(before.name, "`" + line + "` removed");
            } else if (!still.equals(line)) {
                additions.add("%s: %s: `%s` is now `%s`".formatted(artifact, before.name, line, still));
            }
        });
        now.lines.forEach((undeprecated, line) -> {
            if (!before.lines.containsKey(undeprecated)) {
                added(before, line);
            }
        });
    }

    private void added(Type type, String line) {
        // Drafts and calls are generated interfaces that nobody implements.
        boolean isImplemented = !type.isSealed && !type.name.matches("[a-z.0-9]+\\.api\\..*");
        if (line.startsWith(Declaration.PERMITS) && type.isSealed) {
            breaks(type.name, "`" + line + "` added, so that a switch over all kinds does not compile");
        } else if (line.matches("(protected )?" + Declaration.ABSTRACT + ".*") && isImplemented) {
            breaks(type.name, "`" + line + "` added, which those who implement it lack");
        } else {
            additions.add("%s: %s: `%s` is new".formatted(artifact, type.name, line));
        }
    }

    private void breaks(String type, String what) {
        breaks.add("%s: %s: %s; that breaks users, see VERSIONING.md".formatted(artifact, type, what));
    }

    /** Its lines, the first its own, each under what it says apart from its deprecation, which breaks nobody. */
    private record Type(String name, boolean isSealed, Map<String, String> lines) {}

    private static Map<String, Type> types(List<String> lines) {
        Map<String, Type> types = new LinkedHashMap<>();
        Type current = new Type("", false, new LinkedHashMap<>());
        for (String line : lines) {
            String text = line.strip();
            if (!line.startsWith(" ")) {
                String name = line.replaceFirst("<.*", "");
                current = new Type(
                        name.substring(name.lastIndexOf(' ') + 1), line.contains("sealed "), new LinkedHashMap<>());
                types.put(current.name, current);
            }
            current.lines.put(text.replace(Declaration.DEPRECATED, ""), text);
        }
        return types;
    }
}
