package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.C2bApi;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/** The M-Pesa OpenAPI, in any of its markets. */
public final class VodacomUnderTest implements MarketUnderTest {

    // Real sessions take up to half a minute to become live; the cases are about what is asked again, not about when.
    private static final Duration ACTIVATION = Duration.ofSeconds(2);

    private static final String CALLBACK_KEY = "the callback key of the harness, which nobody else has";
    private static final String CALLBACK = "Callback";
    private static final Pattern ID =
            Pattern.compile("\"input_ThirdParty(?:ConversationID|Reference)\"\\s*:\\s*\"([^\"]+)\"");

    // The one Response URL of an application. It proves nothing here.
    private static final String ADDRESS = "/callbacks";

    @Override
    public String name() {
        return "vodacom";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return VodacomApi.OPERATIONS;
    }

    @Override
    public Client open(TestEnvironment where) {
        Setup setup = where.setup();
        EncryptionKey encryption = Objects.requireNonNull(where.encryption(), "the API key travels encrypted");
        VodacomOpenApiBuilder builder = VodacomOpenApi.builder()
                .at(where.gateway())
                .market(market(setup.value("market")))
                .apiKey(setup.value("apiKey"), encryption)
                .serviceProvider(setup.value("serviceProvider"))
                .activationPatience(ACTIVATION)
                .callbackKey(CALLBACK_KEY)
                .retries(where.retries())
                .timeout(TestEnvironment.PATIENCE)
                .clock(where.clock());
        OkHttpClient httpClient = where.httpClient();
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        // Ids are signed for a country and an environment.
        String scope = "vodacom/" + setup.value("market") + "/sandbox";
        return new Client(builder.build(), new CallbackTokens(scope, CallbackKeys.of(List.of(CALLBACK_KEY))));
    }

    private static Market market(String path) {
        return Arrays.stream(Market.values())
                .filter(market -> market.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Decoded decode(String body) {
        return VodacomOpenApi.decode(body);
    }

    private record Client(VodacomOpenApi vodacom, CallbackTokens tokens) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return vodacom.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            // The id in a case is anybody's. What the client would know of it stands in one that it has signed.
            String id = idIn(body);
            String signed = tokens.makeId(operation(callback));
            Received received = Received.of(
                    vodacom.callbacks().receive(ADDRESS, id.isEmpty() ? body : body.replace(id, signed)),
                    Optional.empty());
            return new Received(received.text(), received.reply().replace(signed, id), received.kindByAddress());
        }

        private static String operation(String callback) {
            String named = callback.substring(0, callback.length() - CALLBACK.length());
            boolean isOperation = VodacomApi.OPERATIONS.stream()
                    .anyMatch(operation -> operation.id().equals(named));
            return isOperation ? named : C2bApi.C2B_PAYMENT.id();
        }

        private static String idIn(String body) {
            Matcher id = ID.matcher(body);
            return id.find() ? id.group(1) : "";
        }

        @Override
        public void close() {
            vodacom.close();
        }
    }
}
