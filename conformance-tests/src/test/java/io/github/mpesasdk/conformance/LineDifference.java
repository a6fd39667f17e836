package io.github.mpesasdk.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells in a few lines how a generated file differs from its golden copy; the whole diff is Git's. */
final class LineDifference {

    private static final int SHOWN = 12;

    private LineDifference() {}

    static String of(String file, List<String> before, List<String> now) {
        int line = 0;
        while (line < Math.min(before.size(), now.size()) && before.get(line).equals(now.get(line))) {
            line++;
        }
        List<String> changes = new ArrayList<>(only(before, now, "  - "));
        changes.addAll(only(now, before, "  + "));
        int more = changes.size() - SHOWN;
        return file + " is generated differently now, from line " + (line + 1) + ":\n"
                + String.join("\n", changes.subList(0, Math.min(SHOWN, changes.size())))
                + (more > 0 ? "\n  and " + more + " more lines" : "");
    }

    private static List<String> only(List<String> lines, List<String> others, String mark) {
        Set<String> known = new HashSet<>(others);
        return lines.stream()
                .filter(line -> !known.contains(line))
                .map(line -> mark + line.strip())
                .toList();
    }
}
