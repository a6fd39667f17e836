package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.drc.Callbacks;
import io.github.mpesasdk.drc.DrcDecoder;
import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drc.DrcGatewayBuilder;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** DRC's SOAP gateway. */
public final class DrcUnderTest implements MarketUnderTest {

    @Override
    public String name() {
        return "drc";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DrcApi.OPERATIONS;
    }

    @Override
    public Client open(Surroundings where) {
        Setup setup = where.setup();
        URI callbacks = URI.create(setup.value("callbacks"));
        DrcGatewayBuilder builder = DrcGateway.builder()
                .at(where.base())
                .login(setup.value("username"), setup.value("password"))
                .c2bAccount(setup.value("serviceProviderCode"), setup.value("c2bCommand"))
                .b2cAccount(setup.value("serviceProviderName"), setup.value("shortCode"), setup.value("b2cCommand"))
                .callbacksAt(callbacks)
                .retries(where.retries())
                .timeout(Surroundings.PATIENCE)
                .clock(where.clock());
        OkHttpClient httpClient = where.httpClient();
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        return new Client(builder.build(), callbacks);
    }

    @Override
    public Decoded decode(String body) {
        return DrcDecoder.decode(body);
    }

    private record Client(DrcGateway drc, URI callbacks) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return drc.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            Callbacks.Received received = drc.callbacks().receive(callbacks.getPath(), body);
            return new Received(received.toString(), received.acknowledgement(), Optional.empty());
        }

        @Override
        public void close() {
            drc.close();
        }
    }
}
