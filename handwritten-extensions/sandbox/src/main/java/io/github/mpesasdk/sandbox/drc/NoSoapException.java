package io.github.mpesasdk.sandbox.drc;

/** A body is not the one message that the gateway understands. The message is the fault's words. */
final class NoSoapException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSoapException(String words) {
        super(words);
    }
}
