package io.github.mpesasdk.vodacomapi.api;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.NoInput;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import io.github.mpesasdk.vodacomapi.model.SessionAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The session that every other operation needs.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class SessionApi {

    /** {@code GET /getSession/}: Open a session. */
    public static final Operation<NoInput, SessionAnswer> GET_SESSION = Operation.of(
                    "vodacom", "getSession", Operation.Input.QUERY, NoInput.ADAPTER, SessionAnswer.ADAPTER)
            .at("GET", "/getSession/")
            .summary("Open a session")
            .effect(Effect.SESSION)
            .success(Success.whenField("output_ResponseCode").is("INS-0").tracedBy("output_SessionID"))
            .security(Security.BEARER)
            .evidence(Evidence.of("documented"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(GET_SESSION);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public SessionApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Open a session. Exchanges the encrypted API key for a session id, which is encrypted in its turn with the same
     * public key and sent as Bearer with every other call. A new session may take up to 30 seconds to become live, and
     * until then the gateway refuses it with output_error and does nothing: wait for that with a call that moves no
     * money, such as a question. How long a session lives is set for the application in its portal, in minutes, hours
     * or days; the answer does not say. The limits of an application are counted for each session.
     *
     * <p>Effect: session. Evidence: documented.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public SessionAnswer getSession() {
        return invoker.invoke(GET_SESSION, NoInput.NOTHING);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<SessionAnswer> getSessionAsync() {
        return invoker.invokeAsync(GET_SESSION, NoInput.NOTHING);
    }
}
