package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacom.Market;
import io.github.mpesasdk.vodacom.VodacomDecoder;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The M-Pesa OpenAPI, in any of its markets. */
public final class VodacomUnderTest implements MarketUnderTest {

    // Real sessions take up to half a minute to become live; the cases are about what is asked again, not about when.
    private static final Duration ACTIVATION = Duration.ofMillis(50);

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
                .retries(where.retries())
                .timeout(TestEnvironment.PATIENCE)
                .clock(where.clock());
        OkHttpClient httpClient = where.httpClient();
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        return new Client(builder.build());
    }

    private static Market market(String path) {
        return Arrays.stream(Market.values())
                .filter(market -> market.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Decoded decode(String body) {
        return VodacomDecoder.decode(body);
    }

    private record Client(VodacomOpenApi vodacom) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return vodacom.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            return Received.of(vodacom.callbacks().receive(ADDRESS, body), Optional.empty());
        }

        @Override
        public void close() {
            vodacom.close();
        }
    }
}
