package io.github.mpesasdk.speccheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The step of the build that checks the specs: {@code CheckSpecs <folder>}. One line for each mistake. */
public final class CheckSpecs {

    // More than a maintainer reads at once; they mostly have one cause.
    private static final int SHOWN = 20;

    private CheckSpecs() {}

    public static void main(String[] folder) throws IOException {
        List<Mistake> mistakes =
                SpecCheck.mistakes(Path.of(folder[0]).toAbsolutePath().normalize());
        if (!mistakes.isEmpty()) {
            mistakes.stream().limit(SHOWN).forEach(mistake -> System.err.println("[ERROR] " + mistake));
            if (mistakes.size() > SHOWN) {
                System.err.println("[ERROR] ... and " + (mistakes.size() - SHOWN) + " more");
            }
            throw new Refused(mistakes);
        }
    }

    /** Ends the build. The lines are already printed, so that a stack trace would only push them out of sight. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(List<Mistake> mistakes) {
            super("The specs are wrong: " + mistakes.get(0), null, false, false);
        }
    }
}
