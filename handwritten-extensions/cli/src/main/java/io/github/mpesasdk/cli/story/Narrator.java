package io.github.mpesasdk.cli.story;

import java.io.PrintWriter;

/** Prints a story in steps: a heading, then labelled lines in one column, while things happen. Fits 80 columns. */
public final class Narrator {

    private static final int WIDTH = 80;
    private static final String LABEL = "   %-7s ";
    private static final String CONTINUED = " ".repeat(11);
    private static final String UNDER_NUMBER = "   ";

    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String GREEN = "32";

    private final PrintWriter out;
    private final boolean colour;
    private int steps;

    /**
     * A narrator who prints there.
     *
     * @param colour whether a terminal shows it
     */
    public Narrator(PrintWriter out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /** What the whole story is. */
    public void title(String text) {
        steps = 0;
        say("");
        text.lines().flatMap(line -> Paragraph.lines(line, WIDTH).stream()).forEach(line -> say(inked(BOLD, line)));
    }

    /** The next step. */
    public void step(String text) {
        steps++;
        say("");
        String number = steps + ". ";
        for (String line : Paragraph.lines(text, WIDTH - UNDER_NUMBER.length())) {
            say(inked(BOLD, number + line));
            number = UNDER_NUMBER;
        }
    }

    /** What a program writes to make it happen. */
    void code(String text) {
        labelled("code", DIM, text);
    }

    /** What went to the gateway. */
    void sent(String text) {
        labelled("sent", DIM, text);
    }

    /** What came from the gateway. */
    void back(String text) {
        labelled("back", DIM, text);
    }

    /** More about the line before. */
    void more(String text) {
        labelled("", DIM, text);
    }

    /** What happens on the customer's handset. */
    void phone(String text) {
        labelled("phone", BOLD, text);
    }

    /** What it means for the money. */
    void means(String text) {
        labelled("means", BOLD, text);
    }

    /** What the sandbox knows, as the witness. */
    void proof(String text) {
        labelled("proof", GREEN, text);
    }

    private void labelled(String label, String ink, String text) {
        String column = label;
        for (String line : text.lines().toList()) {
            for (String piece : Paragraph.lines(line, WIDTH - CONTINUED.length())) {
                say((column.isEmpty() ? CONTINUED : inked(ink, LABEL.formatted(column))) + piece);
                column = "";
            }
        }
    }

    private String inked(String ink, String text) {
        return colour ? "\u001b[" + ink + "m" + text + "\u001b[0m" : text;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
