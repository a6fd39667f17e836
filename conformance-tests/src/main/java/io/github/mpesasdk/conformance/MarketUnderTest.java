package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;

/** One market as the harness needs it: all that is the SDK's, and differs from one market to the next. */
public interface MarketUnderTest {

    /** The folder of its cases. */
    String name();

    /** The operations of its generated client. */
    List<Operation<?, ?>> operations();

    /** A client. */
    Client open(TestEnvironment environment);

    /**
     * Reads any body that the gateway sends.
     *
     * @throws MpesaException if it is none
     */
    Decoded decode(String body);

    /** A client of one market. */
    interface Client extends AutoCloseable {

        /**
         * Sends an operation, from wire names to wire names.
         *
         * @throws MpesaException like the typed calls
         */
        JsonObject call(String operation, JsonObject input);

        /**
         * Takes a callback in, at an address of the kind that belongs to it.
         *
         * @param callback its id in the spec
         * @throws MpesaException if the body is none of the gateway's
         */
        Received receive(String callback, String body);

        @Override
        void close();
    }

    /**
     * A callback that was taken in.
     *
     * @param text what it prints, and what its typed event prints
     * @param reply the body to answer with
     * @param kindByAddress what it is, where the body alone does not tell
     */
    record Received(String text, String reply, Optional<String> kindByAddress) {

        /** What the receiver of a client gave. */
        static Received of(io.github.mpesasdk.Received<?> received, Optional<String> kindByAddress) {
            String text = received + " " + received.event().orElseThrow();
            return new Received(text, received.acknowledgement(), kindByAddress);
        }
    }

    /** Sends one operation with a client of its own, and tells what the caller sees. */
    default Observed play(TestEnvironment environment, String operation, JsonObject input) {
        try (Client client = open(environment)) {
            return new Observed(client.call(operation, input), null);
        } catch (MpesaException error) {
            return new Observed(null, error);
        }
    }
}
