package io.github.mpesasdk.cli.story;

/** The quickstart saw something other than it tells. */
public final class StoryBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryBrokenException(String message) {
        super(message);
    }
}
