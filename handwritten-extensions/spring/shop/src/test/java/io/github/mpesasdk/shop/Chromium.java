package io.github.mpesasdk.shop;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser without a window, told what to do on its command line. */
final class Chromium {

    private static final int LONGEST_SECONDS = 60;

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * The browser of this machine, if it has one.
     *
     * @param folder for its profile and its pictures
     */
    static Optional<Chromium> find(Path folder) {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, folder));
    }

    /** What a page has become after its scripts have run, and a picture of it. */
    String look(URI page, Path picture) throws IOException, InterruptedException {
        run(page, "--screenshot=" + picture.toAbsolutePath(), "--window-size=900,700", "--hide-scrollbars");
        return run(page, "--dump-dom");
    }

    private String run(URI page, String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = Stream.of(
                        Stream.of(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--user-data-dir=" + folder.resolve("profile").toAbsolutePath(),
                                "--virtual-time-budget=4000"),
                        Stream.of(options),
                        Stream.of(page.toString()))
                .flatMap(part -> part)
                .toList();
        Process browser = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!browser.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the browser did not end within " + LONGEST_SECONDS + " seconds");
            }
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
