package io.github.mpesasdk.portalsdk;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.NotSentException;
import io.github.mpesasdk.core.transport.RawCall;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Sends a context. Not thread-safe, for the context is not. Each {@link #execute} sends at most once: nothing is
 * repeated, redirected or re-authenticated behind the caller's back.
 */
public final class APIRequest {

    private static final String CONTEXT = "The API context";
    private static final Connections CONNECTIONS = Connections.of(
            new OkHttpClient.Builder()
                    .proxyAuthenticator(Authenticator.NONE)
                    // HTTP/2 has no reason phrase.
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .build(),
            // Every call has the limit of its context, which is shorter.
            Duration.ofDays(1),
            false);

    private final APIContext context;

    /** A request that reads the context when it is executed. */
    public APIRequest(APIContext context) {
        this.context = context;
    }

    /**
     * Sends the request and waits for the answer. An answer with any status and any body is returned, not thrown.
     *
     * @throws InvalidInputException if the context is incomplete or wrong; nothing was sent
     * @throws NotConnectedException if no connection came about; nothing was sent
     * @throws UnknownOutcomeException if the answer to a POST, PUT or DELETE was lost; never send it again, ask for it
     * @throws NoAnswerException if the answer to a GET was lost
     */
    public APIResponse execute() {
        WireRequest request = WireRequest.of(context, createBearerToken());
        try {
            return APIResponse.of(new RawCall(CONNECTIONS, request.url(), request.headers())
                    .send(context.getMethodType().name(), request.body(), context.getTimeout()));
        } catch (NotSentException nothing) {
            throw new NotConnectedException(incident(request), target(request), nothing.reason());
        } catch (IOException loss) {
            throw lost(loss, request);
        } catch (RuntimeException defect) {
            // The request may have left; whatever goes wrong from here on, the caller must hear what that means.
            throw lost(new IOException(defect.getClass().getName()), request);
        }
    }

    /**
     * Encrypts the API key with the public key. The result differs each time, for the padding is random.
     *
     * @return base64 on one line, without the word {@code Bearer}
     * @throws InvalidInputException if a key is missing or cannot be used
     */
    public String createBearerToken() {
        if (context.getApiKey().isEmpty()) {
            throw missing("apiKey");
        }
        if (context.getPublicKey().isEmpty()) {
            throw missing("publicKey");
        }
        return PublicKeys.read(context.getPublicKey(), CONTEXT, "publicKey").encrypt(context.getApiKey());
    }

    private static InvalidInputException missing(String field) {
        return new InvalidInputException(CONTEXT, field, "is required");
    }

    private MpesaException lost(IOException loss, WireRequest request) {
        // OkHttp quotes what it takes for a broken status line, which may be a whole answer.
        IOException cause = loss instanceof ProtocolException ? new ProtocolException("not a whole HTTP answer") : loss;
        return context.getMethodType().mayMoveMoney()
                ? new UnknownOutcomeException(incident(request), cause)
                : new NoAnswerException(incident(request), cause);
    }

    private Incident incident(WireRequest request) {
        return Incident.of(
                        "portalsdk",
                        context.getMethodType() + " " + request.url().encodedPath())
                .withReference(reference(context.getParameters()));
    }

    private static String target(WireRequest request) {
        return request.url().host() + ":" + request.url().port();
    }

    // As the clients of the OpenAPI and of Mozambique's own API name a payment, so that they can ask for it.
    private static @Nullable Reference reference(Map<String, String> parameters) {
        return Stream.of(
                        new Reference("vodacom", "", "input_ThirdPartyConversationID", ""),
                        new Reference("mozambique", "", "input_ThirdPartyReference", ""))
                .filter(named -> parameters.containsKey(named.field()))
                .findFirst()
                .map(named ->
                        new Reference(named.market(), "", named.field(), parameters.getOrDefault(named.field(), "")))
                .orElse(null);
    }

    @Override
    public String toString() {
        return "APIRequest[" + context + "]";
    }
}
