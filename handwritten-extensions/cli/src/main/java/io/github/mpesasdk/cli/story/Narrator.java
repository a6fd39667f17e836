package io.github.mpesasdk.cli.story;

import java.io.PrintWriter;

/** Prints a story in steps: a heading, then labelled lines in one column, while things happen. */
public final class Narrator {

    private static final int WIDTH = 104;
    private static final String LABELLED = "   %-7s %s";
    private static final String CONTINUED = " ".repeat(11);

    private final PrintWriter out;
    private int steps;

    public Narrator(PrintWriter out) {
        this.out = out;
    }

    /** What the whole story is. */
    public void title(String text) {
        steps = 0;
        say("");
        text.lines().forEach(this::say);
    }

    /** The next step. */
    public void step(String text) {
        steps++;
        say("");
        say(steps + ". " + text);
    }

    /** What a program writes to make it happen. */
    void code(String text) {
        labelled("code", text);
    }

    /** What went to the gateway. */
    void sent(String text) {
        labelled("sent", text);
    }

    /** What came from the gateway. */
    void back(String text) {
        labelled("back", text);
    }

    /** More about the line before. */
    void more(String text) {
        labelled("", text);
    }

    /** What happens on the customer's handset. */
    void phone(String text) {
        labelled("phone", text);
    }

    /** What it means for the money. */
    void means(String text) {
        labelled("means", text);
    }

    /** What the sandbox knows, as the witness. */
    void proof(String text) {
        labelled("proof", text);
    }

    private void labelled(String label, String text) {
        String column = label;
        for (String line : text.lines().toList()) {
            for (String rest = line; !rest.isEmpty(); column = "") {
                int end = endOfLine(rest);
                say(
                        column.isEmpty()
                                ? CONTINUED + rest.substring(0, end).strip()
                                : LABELLED.formatted(
                                        column, rest.substring(0, end).strip()));
                rest = rest.substring(end).strip();
            }
        }
    }

    private static int endOfLine(String text) {
        int room = WIDTH - CONTINUED.length();
        if (text.length() <= room) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', room);
        return space > 0 ? space : text.length();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
