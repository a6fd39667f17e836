package io.github.mpesasdk.sandbox.market;

import java.util.List;

/** Judges what a receiver replied to a callback. */
@FunctionalInterface
public interface ReplyCheck {

    /** What is wrong with the reply, in words; empty if it is as it should be. */
    List<String> violations(int status, String body);

    /** Lets any reply pass. */
    static ReplyCheck none() {
        return (status, body) -> List.of();
    }
}
