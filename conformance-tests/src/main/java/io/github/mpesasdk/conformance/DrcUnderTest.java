package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.callback.CallbackTokens;
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

    // A body that arrives under an address without a valid token is not read.
    private static final String CALLBACK_KEY = "not-a-real-callback-key-of-32-characters";
    private static final CallbackTokens TOKENS =
            new CallbackTokens("drc/sandbox", CallbackKeys.of(List.of(CALLBACK_KEY)));

    @Override
    public String name() {
        return "drc";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DrcApi.OPERATIONS;
    }

    @Override
    public Client open(TestEnvironment where) {
        Setup setup = where.setup();
        DrcGatewayBuilder builder = DrcGateway.builder()
                .at(where.base())
                .login(setup.value("username"), setup.value("password"))
                .c2bAccount(setup.value("serviceProviderCode"), setup.value("c2bCommand"))
                .b2cAccount(setup.value("serviceProviderName"), setup.value("shortCode"), setup.value("b2cCommand"))
                .callbacksAt(URI.create(setup.value("callbacks")))
                .callbackKey(CALLBACK_KEY)
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
        return DrcGateway.decode(body);
    }

    private record Client(DrcGateway drc) implements MarketUnderTest.Client {

        @Override
        public JsonObject call(String operation, JsonObject input) {
            return drc.call(operation, input);
        }

        @Override
        public Received receive(String callback, String body) {
            String token =
                    TOKENS.make(callback.replaceFirst("Callback$", ""), "", "").text();
            return Received.of(drc.callbacks().receive("/callbacks/" + token, body), Optional.empty());
        }

        @Override
        public void close() {
            drc.close();
        }
    }
}
