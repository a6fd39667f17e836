package io.github.mpesasdk.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number, and what it is made of.
 *
 * @param parts by name, the largest first
 */
record Size(long total, Map<String, Long> parts) {

    private static final int SHOWN = 20;

    Size {
        Map<String, Long> sorted = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(part -> sorted.put(part.getKey(), part.getValue()));
        parts = sorted;
    }

    /** How many jars there are. */
    static Size jars(Map<String, Long> bytesByJar) {
        return new Size(bytesByJar.size(), bytesByJar);
    }

    /** How many bytes they have. */
    static Size bytes(Map<String, Long> bytesByJar) {
        return new Size(sum(bytesByJar), bytesByJar);
    }

    /** The sum of all parts, for each of some things; what is left of a division counts as one. */
    static Size of(Map<String, Long> parts, int things) {
        return new Size((sum(parts) + things - 1) / things, parts);
    }

    /** The largest parts, one a line. */
    String largest() {
        return parts.entrySet().stream()
                .limit(SHOWN)
                .map(part -> "%,14d  %s%n".formatted(part.getValue(), part.getKey()))
                .collect(Collectors.joining());
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
