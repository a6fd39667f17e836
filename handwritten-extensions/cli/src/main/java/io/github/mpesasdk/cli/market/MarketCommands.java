package io.github.mpesasdk.cli.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.List;

/** What the command can do in one market. A new market is a new implementation, and a line in {@link Markets}. */
public interface MarketCommands {

    /** The name that users type: {@code kenya}. */
    String name();

    /** Every operation of its spec. */
    List<Operation<?, ?>> operations();

    /** What its codes mean. */
    Catalogue catalogue();

    /** What its gateway says with them. */
    GatewayWords words();

    /** What a call may need to prove who is asking. */
    List<Credential> credentials();

    /**
     * Sends one operation.
     *
     * @return the answer, by wire names
     * @throws BadInputException if credentials are missing
     * @throws MpesaException as the SDK throws them
     */
    JsonObject call(Call call);

    /**
     * Reads a callback or an answer.
     *
     * @throws UnreadableBodyException if it is none of this market's
     */
    Decoded decode(String body);

    /** Tells the market's payment story on a fresh sandbox; fails if anything goes otherwise than told. */
    void tellStory(Sandbox sandbox, Narrator narrator);
}
