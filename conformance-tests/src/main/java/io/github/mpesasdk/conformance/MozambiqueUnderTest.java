package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambique.MozambiqueBuilder;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Mozambique's own API. */
public final class MozambiqueUnderTest implements MarketUnderTest {

    // The one Asynchronous Response URL of an account. It proves nothing.
    private static final String ADDRESS = "/callbacks";

    @Override
    public String name() {
        return "mozambique";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return MozambiqueApi.OPERATIONS;
    }

    @Override
    public Client open(TestEnvironment where) {
        Setup setup = where.setup();
        EncryptionKey encryption = Objects.requireNonNull(where.encryption(), "the API key travels encrypted");
        MozambiqueBuilder builder = Mozambique.builder()
                .at(where.base())
                .portsOfTheSpec()
                .apiKey(setup.value("apiKey"), encryption)
                .serviceProvider(setup.value("serviceProvider"))
                .initiator(setup.value("initiatorIdentifier"), setup.value("securityCredential"))
                .retries(where.retries())
                .timeout(TestEnvironment.PATIENCE)
                .clock(where.clock());
        OkHttpClient httpClient = where.httpClient();
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        return new Client(builder.build());
    }

    @Override
    public Decoded decode(String body) {
        return Mozambique.decode(body);
    }

    private record Client(Mozambique mozambique) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return mozambique.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            return Received.of(mozambique.callbacks().receive(ADDRESS, body), Optional.empty());
        }

        @Override
        public void close() {
            mozambique.close();
        }
    }
}
