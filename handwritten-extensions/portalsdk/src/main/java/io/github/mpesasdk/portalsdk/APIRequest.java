package io.github.mpesasdk.portalsdk;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a context. Not thread-safe, for the context is not. Each {@link #execute} sends at most once: nothing is
 * repeated, redirected or re-authenticated behind the caller's back.
 */
public final class APIRequest {

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
        OneSend send = new OneSend();
        Request request = new WireRequest(context).of(createBearerToken(), send);
        Call call = OneSend.CLIENT.newCall(request);
        call.timeout().timeout(context.getTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return APIResponse.read(response, send.headersOf(response));
        } catch (IOException loss) {
            throw lost(loss, request, send);
        } catch (RuntimeException defect) {
            // The request may have left; whatever goes wrong from here on, the caller must hear what that means.
            throw lost(new IOException(defect.getClass().getName()), request, send);
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
        return PublicKeys.read(context.getPublicKey()).encrypt(context.getApiKey());
    }

    private static InvalidInputException missing(String field) {
        return new InvalidInputException("The API context", field, "is required");
    }

    private MpesaException lost(IOException loss, Request request, OneSend send) {
        Incident incident = Incident.of(
                        "portalsdk", request.method() + " " + request.url().encodedPath())
                .withReference(reference(context.getParameters()));
        if (!send.mayHaveArrived()) {
            return new NotConnectedException(incident, loss);
        }
        // OkHttp quotes what it takes for a broken status line, which may be a whole answer.
        IOException cause = loss instanceof ProtocolException ? new ProtocolException("not a whole HTTP answer") : loss;
        return context.getMethodType().mayMoveMoney()
                ? new UnknownOutcomeException(incident, cause)
                : new NoAnswerException(incident, cause);
    }

    // What the OpenAPI and Mozambique's own API, in this order, take to ask for a payment.
    private static @Nullable Reference reference(Map<String, String> parameters) {
        return Stream.of("input_ThirdPartyConversationID", "input_ThirdPartyReference")
                .filter(parameters::containsKey)
                .findFirst()
                .map(field -> new Reference(field, parameters.getOrDefault(field, "")))
                .orElse(null);
    }

    @Override
    public String toString() {
        return "APIRequest[" + context + "]";
    }
}
