package io.github.mpesasdk.portalsdk;

/** HTTP methods, with the way in which each carries the parameters. */
public enum APIMethodType {
    /** Parameters travel in the URL. Moves nothing. */
    GET(false),
    /** Parameters travel as a JSON object in the body. */
    POST(true),
    /** Parameters travel as a JSON object in the body. */
    PUT(true),
    /** Parameters travel in the URL: what a body of it means, HTTP leaves open. */
    DELETE(false);

    private final boolean hasBody;

    APIMethodType(boolean hasBody) {
        this.hasBody = hasBody;
    }

    boolean hasBody() {
        return hasBody;
    }

    /** Whether a request whose answer was lost may have moved money. */
    boolean mayMoveMoney() {
        return this != GET;
    }
}
