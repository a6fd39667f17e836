package io.github.mpesasdk.cli.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.cli.story.MozambiqueStory;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambique.MozambiqueBuilder;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import java.net.URI;
import java.util.List;

/** Mozambique by its own API. */
final class MozambiqueCommands implements MarketCommands {

    private static final String USUAL_PATH = "/ipg/v1x";

    @Override
    public String name() {
        return "mozambique";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return MozambiqueApi.OPERATIONS;
    }

    @Override
    public Catalogue catalogue() {
        return MozambiqueCodes.CATALOGUE;
    }

    @Override
    public GatewayWords words() {
        return GatewayWords.of("mozambique");
    }

    @Override
    public List<Credential> credentials() {
        return EncryptedKey.CREDENTIALS;
    }

    @Override
    public Decoded decode(String body) {
        return Mozambique.decode(body);
    }

    @Override
    public void tellStory(Sandbox sandbox, Narrator narrator) {
        new MozambiqueStory(sandbox, narrator).tell();
    }

    @Override
    public JsonObject call(Call call) {
        EncryptedKey key = EncryptedKey.of(call, name());
        try (Mozambique mozambique =
                at(call).apiKey(key.apiKey(), key.publicKey()).build()) {
            return mozambique.call(call.operationId(), call.input(), call.settings());
        }
    }

    private static MozambiqueBuilder at(Call call) {
        MozambiqueBuilder builder = Mozambique.builder();
        if (call.gateway() != null) {
            return builder.at(withPath(call.gateway()));
        }
        return call.production() ? builder.production() : builder.sandbox();
    }

    // Host and port are enough to name a sandbox; a proxy may have a path of its own.
    private static URI withPath(URI gateway) {
        String path = gateway.getPath();
        return path == null || path.isEmpty() || path.equals("/") ? gateway.resolve(USUAL_PATH) : gateway;
    }
}
