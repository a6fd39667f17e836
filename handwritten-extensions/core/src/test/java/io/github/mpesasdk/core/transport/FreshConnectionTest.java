package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** An answer that repeats nothing is believed only from a connection that carried no other. */
class FreshConnectionTest {

    @Test
    void theFirstAnswerOfAConnectionIsBelievedAndTheNextMustRepeatItsId() {
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"0\"}");
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY_BY_ID, "Id", "1");

            UnknownOutcomeException unknown =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "2"));
            assertTrue(unknown.getMessage().contains("carried other answers"), unknown.getMessage());
            // Its gateway repeats nothing, so from now on each has a connection of its own, which ties the answer.
            post.sendAsync(Post.PAY_BY_ID, "Id", "3").join();
            post.send(Post.PAY_BY_ID, "Id", "4");
            assertEquals(4, gateway.count(Post.PAY_BY_ID));
        }
    }

    @Test
    void theSameHoldsForARefusal() {
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"7\"}");
                Post post = Post.at(gateway.address())) {
            assertThrows(RefusedException.class, () -> post.send(Post.PAY_BY_ID, "Id", "1"));
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "2"));
        }
    }

    @Test
    void aConnectionThatTheCallersOwnClientOpenedIsNotFresh() throws IOException {
        OkHttpClient shared = new OkHttpClient();
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"0\"}");
                Post post = Post.to(gateway.address()).shared(shared).open()) {
            Request theirs =
                    new Request.Builder().url(gateway.address().toString()).build();
            shared.newCall(theirs).execute().close();

            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "1"));
        }
    }
}
