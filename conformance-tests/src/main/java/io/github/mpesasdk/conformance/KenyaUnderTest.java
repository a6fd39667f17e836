package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Safaricom's Daraja. */
public final class KenyaUnderTest implements MarketUnderTest {

    private static final String ADDRESS = "/callbacks/" + "0123456789abcdef".repeat(6);

    @Override
    public String name() {
        return "kenya";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DarajaApi.OPERATIONS;
    }

    @Override
    public Client open(TestEnvironment where) {
        Setup setup = where.setup();
        DarajaBuilder builder = Daraja.builder()
                .at(where.base())
                .app(setup.value("consumerKey"), setup.value("consumerSecret"))
                .payBill(setup.value("shortCode"), setup.value("passkey"))
                .retries(where.retries())
                .timeout(TestEnvironment.PATIENCE)
                .clock(where.clock());
        EncryptionKey encryption = where.encryption();
        if (encryption != null) {
            builder.initiator(setup.value("initiatorName"), setup.value("initiatorPassword"), encryption);
        }
        OkHttpClient httpClient = where.httpClient();
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        return new Client(builder.build());
    }

    @Override
    public Decoded decode(String body) {
        return Daraja.decode(body);
    }

    private record Client(Daraja daraja) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return daraja.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            // Only its address tells a time-out for certain.
            String address = callback.endsWith("Timeout") ? ADDRESS + "/timeout" : ADDRESS;
            io.github.mpesasdk.Received<DarajaCallback> received =
                    daraja.callbacks().receive(address, body);
            Optional<String> kind = received.isQueueTimeout() ? Optional.of("queueTimeout") : Optional.empty();
            return Received.of(received, kind);
        }

        @Override
        public void close() {
            daraja.close();
        }
    }
}
