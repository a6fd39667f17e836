package io.github.mpesasdk.core.transport;

/** What a connection tells about whose answer it brought. */
enum Link {
    /** The answer belongs to this request: by its HTTP/2 stream, or because the connection carried nothing else. */
    PROVEN,
    /** It may belong to another request, and the caller has accepted that risk. It never sends a payment again. */
    TRUSTED,
    /** It may belong to another request. */
    OPEN
}
