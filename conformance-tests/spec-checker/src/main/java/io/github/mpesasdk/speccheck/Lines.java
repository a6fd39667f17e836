package io.github.mpesasdk.speccheck;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** In which line of a YAML document each of its values stands, by JSON pointer. */
final class Lines {

    private final Map<String, Integer> lines = new HashMap<>();
    private final BiConsumer<String, Integer> onRepeatedKey;

    /** Reads a document; {@code onRepeatedKey} hears of each key that its mapping had before, and of the line. */
    Lines(Node document, BiConsumer<String, Integer> onRepeatedKey) {
        this.onRepeatedKey = onRepeatedKey;
        read("", document, line(document));
    }

    /** The line of a value, or of the nearest thing around it that has one. */
    int of(String pointer) {
        Integer line = lines.get(pointer);
        int parent = pointer.lastIndexOf('/');
        return line != null ? line : parent < 0 ? 1 : of(pointer.substring(0, parent));
    }

    private void read(String pointer, Node node, int line) {
        lines.put(pointer, line);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                readEntry(pointer, entry);
            }
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node each : sequence.getValue()) {
                read(pointer + "/" + index++, each, line(each));
            }
        }
    }

    private void readEntry(String pointer, NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String inner = Pointers.child(pointer, key);
        int line = line(entry.getKeyNode());
        if (lines.containsKey(inner)) {
            onRepeatedKey.accept(key, line);
        }
        read(inner, entry.getValueNode(), line);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
