package io.github.mpesasdk.core.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.client.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * One payment operation of a market, as {@link AttackContract} and {@link RestartContract} need to know it: how to send
 * it, and how its gateway speaks. Texts of the gateway are made from the request that they answer, because many repeat
 * something of it.
 */
public interface MarketPayment {

    /**
     * Where and how a client shall be opened.
     *
     * @param baseUrl the gateway
     * @param httpClient the caller's client
     * @param callbackKeys the first one signs, the others are older; none for a client without a callback key
     * @param more what else is set
     */
    record Setup(URI baseUrl, OkHttpClient httpClient, List<String> callbackKeys, Consumer<ClientBuilder<?>> more) {

        /** Gives a builder everything but the address, which each market takes in its own way. */
        public <B extends ClientBuilder<B>> B on(ClientBuilder<B> builder) {
            more.accept(builder);
            B set = builder.httpClient(httpClient)
                    .retries(RetryPolicy.NONE)
                    .timeout(Duration.ofSeconds(20))
                    .pollAfter(Duration.ofMillis(20));
            return callbackKeys.isEmpty()
                    ? set
                    : set.callbackKey(
                            callbackKeys.get(0),
                            callbackKeys.subList(1, callbackKeys.size()).toArray(String[]::new));
        }
    }

    /** A client of the market that is open. */
    interface Client extends AutoCloseable {

        /** Sends the payment, an amount of 10, under an id that the client makes and with this order. */
        Payment<?> pay(String order);

        /** Hears what was posted. */
        Received<?> receive(String path, String body);

        /** Asks what became of a payment. */
        Outcome find(Reference reference, Duration limit);

        @Override
        void close();
    }

    /** An answer of the gateway. */
    record Answer(String statusLine, String body) {}

    /**
     * What the gateway posts, and where.
     *
     * @param path the path, or the whole address
     */
    record Posted(String path, String body) {}

    /**
     * Result codes of callbacks.
     *
     * @param paid success
     * @param wrongPin the customer entered a wrong PIN, or another final failure
     * @param undecided known, and not final
     */
    record Codes(String paid, String wrongPin, String undecided) {}

    /** The operation id of the spec; names the tests. */
    String operation();

    /** Where its request must arrive. */
    String path();

    /** Opens a client. */
    Client open(Setup setup);

    /** The body with which the gateway hands out a token or session; empty for any other request. */
    Optional<String> tokenAnswer(SeenRequest request);

    /**
     * The body with which it accepts a payment.
     *
     * @param gatewayId the id that the gateway gives it; may be blank
     */
    String acceptance(SeenRequest payment, String gatewayId);

    /** A refusal that the catalogue calls final. */
    Answer refusal(SeenRequest payment);

    /** How it rejects a token; empty where there is none to be had anew. */
    Optional<Answer> tokenRejection(SeenRequest payment);

    /** Result codes. */
    Codes codes();

    /**
     * The callback of a payment; on success it tells a receipt and, where the market does, the amount.
     *
     * @param gatewayId the id that the acceptance gave
     */
    Posted callback(SeenRequest payment, String gatewayId, String code);

    /**
     * How a callback of success can lie about which payment it speaks of: a text in it, and what stands there instead.
     * A gateway's id, an amount.
     */
    Map<String, String> lies(SeenRequest payment, String gatewayId);

    /** An acceptance of another payment; empty where acceptances repeat nothing of the request. */
    default Optional<String> foreignAcceptance(SeenRequest payment, String gatewayId) {
        return Optional.empty();
    }

    /** Answers that accept and refuse at once. */
    default List<String> contradictions(String acceptance, String refusal) {
        JsonObject both = JsonParser.parseString(acceptance).getAsJsonObject();
        JsonParser.parseString(refusal).getAsJsonObject().entrySet().forEach(field -> {
            if (!both.has(field.getKey())) {
                both.add(field.getKey(), field.getValue());
            }
        });
        return List.of(both.toString());
    }

    /** Acceptances that can be read in two ways: one key twice. */
    default List<String> ambiguities(String acceptance) {
        JsonObject fields = JsonParser.parseString(acceptance).getAsJsonObject();
        return fields.keySet().stream()
                .map(key -> acceptance.replaceFirst("\\{", "{\"" + key + "\":\"x\","))
                .toList();
    }

    /** Whether the acceptance is the outcome itself. */
    default boolean isSettledByItsAnswer() {
        return false;
    }

    /** Whether a callback proves the order without memory, because its address was made for this payment alone. */
    default boolean addressProvesOrder() {
        return true;
    }

    /** The value of a JSON field of a request. */
    static String field(SeenRequest request, String name) {
        return JsonParser.parseString(request.body())
                .getAsJsonObject()
                .get(name)
                .getAsString();
    }

    /** A JSON object of these names and texts in turn. */
    static String json(String... namesAndTexts) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            object.addProperty(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return object.toString();
    }
}
