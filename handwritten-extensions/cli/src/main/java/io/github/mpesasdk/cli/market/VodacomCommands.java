package io.github.mpesasdk.cli.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.cli.story.VodacomStory;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.List;

/** One of the markets of the M-Pesa OpenAPI. */
final class VodacomCommands implements MarketCommands {

    private final Market market;

    VodacomCommands(Market market) {
        this.market = market;
    }

    @Override
    public String name() {
        return market.word();
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return VodacomApi.OPERATIONS;
    }

    @Override
    public Catalogue catalogue() {
        return VodacomCodes.CATALOGUE;
    }

    @Override
    public GatewayWords words() {
        return GatewayWords.of("vodacom");
    }

    @Override
    public List<Credential> credentials() {
        return EncryptedKey.CREDENTIALS;
    }

    @Override
    public Decoded decode(String body) {
        return VodacomOpenApi.decode(body);
    }

    @Override
    public void tellStory(Sandbox sandbox, Narrator narrator) {
        new VodacomStory(sandbox, narrator, market).tell();
    }

    @Override
    public JsonObject call(Call call) {
        EncryptedKey key = EncryptedKey.of(call, name());
        try (VodacomOpenApi vodacom =
                at(call).market(market).apiKey(key.apiKey(), key.publicKey()).build()) {
            return vodacom.call(call.operationId(), call.input(), call.settings());
        }
    }

    private static VodacomOpenApiBuilder at(Call call) {
        VodacomOpenApiBuilder builder = VodacomOpenApi.builder();
        if (call.gateway() != null) {
            return builder.at(call.gateway());
        }
        return call.production() ? builder.production() : builder.sandbox();
    }
}
