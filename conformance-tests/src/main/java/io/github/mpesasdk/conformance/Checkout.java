package io.github.mpesasdk.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this checkout are, whichever of its folders the program was started in. */
public final class Checkout {

    private static final String LANDMARK = "specs/daraja/openapi.yaml";

    private Checkout() {}

    /** The top folder. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(LANDMARK))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside a checkout: no folder above holds " + LANDMARK);
        }
        return folder;
    }

    /** The folder of all cases. */
    public static Path cases() {
        return root().resolve("conformance-tests/cases");
    }
}
