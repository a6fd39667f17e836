package io.github.mpesasdk.core.transport;

/**
 * An HTTP answer that arrived whole.
 *
 * @param status HTTP status
 * @param body the body as text
 */
record Answer(int status, String body) {

    boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
