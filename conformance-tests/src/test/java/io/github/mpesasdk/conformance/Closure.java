package io.github.mpesasdk.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a module of {@code handwritten-extensions} brings along at run time, itself included: the bytes of each jar. For
 * our own modules it is the bytes of their classes and resources, because before they are packaged there is no jar.
 */
final class Closure {

    private Closure() {}

    static Map<String, Long> of(String module) throws IOException {
        Path folder = Checkout.root().resolve("handwritten-extensions").resolve(module);
        Path list = folder.resolve("target/class-path.txt");
        if (!Files.exists(list)) {
            throw new IllegalStateException("build " + folder + " with Maven first: there is no " + list);
        }
        Map<String, Long> bytes = new HashMap<>();
        bytes.put(module, files(folder.resolve("target/classes")));
        for (String entry : List.of(Files.readString(list).strip().split(File.pathSeparator))) {
            Path path = Path.of(entry);
            if (path.startsWith(Checkout.root())) {
                Path ours = Path.of(entry.split("[/\\\\]target[/\\\\]", 2)[0]);
                bytes.put(Checkout.root().relativize(ours).toString(), files(ours.resolve("target/classes")));
            } else {
                bytes.put(path.getFileName().toString(), Files.size(path));
            }
        }
        return bytes;
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Closure::size).sum();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
