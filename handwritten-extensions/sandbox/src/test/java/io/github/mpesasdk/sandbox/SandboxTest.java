package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.OwnWordsCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The base of the tests over a socket: after each, whatever the sandbox said is held against the spec. */
public abstract class SandboxTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .promptTimeout(Duration.ofMillis(60))
            .slowness(Duration.ofMillis(300))
            .lateness(Duration.ofMillis(100))
            .start());

    protected static final Duration SOON = Duration.ofSeconds(30);

    private static final OwnWordsCheck OWN_WORDS = new OwnWordsCheck("io/github/mpesasdk/specs/daraja/openapi.yaml");

    protected final KenyaSandbox kenya;
    protected final Receiver receiver;
    protected final Merchant merchant;

    protected SandboxTest(KenyaSandbox kenya) throws IOException {
        this.kenya = kenya;
        this.receiver = new Receiver();
        this.merchant = new Merchant(kenya, receiver);
    }

    @AfterEach
    void everythingSaidFitsTheSpec() {
        // Nobody is left who would answer them, and it takes a minute until they lapse.
        kenya.phone().reset();
        kenya.awaitCallbacks(SOON);
        receiver.close();
        assertEquals(List.of(), OWN_WORDS.faults(kenya.journal(), ""));
    }

    /** The result that came to the result address. */
    protected JsonObject result() throws InterruptedException {
        return receiver.next("/result").getAsJsonObject("Result");
    }
}
