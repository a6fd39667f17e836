package io.github.mpesasdk.cli.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.cli.story.DrcStory;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drc.DrcGatewayBuilder;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.List;

/** The DRC by its SOAP gateway. */
final class DrcCommands implements MarketCommands {

    private static final Credential USERNAME =
            new Credential("username", "The user that Vodacom gave to the merchant.", false);
    private static final Credential PASSWORD = new Credential("password", "The password of that user.", false);

    @Override
    public String name() {
        return "drc";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DrcApi.OPERATIONS;
    }

    @Override
    public Catalogue catalogue() {
        return DrcCodes.CATALOGUE;
    }

    @Override
    public GatewayWords words() {
        return GatewayWords.of("drc");
    }

    @Override
    public List<Credential> credentials() {
        return List.of(USERNAME, PASSWORD);
    }

    @Override
    public Decoded decode(String body) {
        return DrcGateway.decode(body);
    }

    @Override
    public void tellStory(Sandbox sandbox, Narrator narrator) {
        new DrcStory(sandbox, narrator).tell();
    }

    @Override
    public JsonObject call(Call call) {
        DrcGatewayBuilder builder = at(call).login(call.required(USERNAME, name()), call.required(PASSWORD, name()));
        try (DrcGateway drc = builder.build()) {
            return drc.call(call.operationId(), call.input(), call.settings());
        }
    }

    private static DrcGatewayBuilder at(Call call) {
        DrcGatewayBuilder builder = DrcGateway.builder();
        if (call.gateway() != null) {
            return builder.at(call.gateway());
        }
        return call.production() ? builder.production() : builder.test();
    }
}
