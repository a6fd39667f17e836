package io.github.mpesasdk.cli.story;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit. */
public final class Paragraph {

    private Paragraph() {}

    /** The text in lines of at most so many letters. Breaks at blanks alone: a longer word has a line to itself. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.length() > width) {
            int indent = rest.length() - rest.stripLeading().length();
            int end = rest.lastIndexOf(' ', width);
            if (end <= indent) {
                end = rest.indexOf(' ', indent);
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
