package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.BodyReader;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.DrcBodies;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.model.DrcB2cCallbackReply;
import io.github.mpesasdk.drcapi.model.DrcC2bCallbackReply;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is particular to the DRC in the flow of a payment. */
final class DrcMarket implements Market<DrcCallback> {

    /** Reads whatever the gateway sends. */
    static final BodyReader<DrcCallback> READER = BodyReader.of(
                    DrcDialect.MARKET, DrcBodies.BODIES, () -> DrcCodes.CATALOGUE, () -> DrcApi.OPERATIONS)
            .reading(DrcMarket::fields);

    private static final NumberingPlan NUMBERS =
            new NumberingPlan("the DRC", "243", Pattern.compile("[1-9]\\d{8}"), "0810 000 001");

    private final boolean isProduction;
    private final DrcSettings settings;

    DrcMarket(boolean isProduction, DrcSettings settings) {
        this.isProduction = isProduction;
        this.settings = settings;
    }

    private static JsonObject fields(UntrustedBody body) {
        try {
            return SoapReader.read(body.text());
        } catch (UnreadableXmlException refused) {
            throw body.unreadable(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public String scope() {
        return name() + (isProduction ? "/production" : "/sandbox");
    }

    @Override
    public Optional<String> merchant() {
        return settings.merchant();
    }

    @Override
    public Proof proof() {
        return Proof.ADDRESS;
    }

    @Override
    public @Nullable Source source(String name) {
        return settings.source(name);
    }

    @Override
    public String builder() {
        return DrcGatewayBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return Msisdn.of(written, NUMBERS).digits();
    }

    @Override
    public BodyReader<DrcCallback> reader() {
        return READER;
    }

    // How a callback is spelt decides only where nobody knows which operation caused it.
    @Override
    public Optional<String> misfit(String operation, Message<DrcCallback> message) {
        return Optional.empty();
    }

    @Override
    public String receiptField() {
        return "TransactionID";
    }

    @Override
    public String acknowledgement(Message<DrcCallback> message, String operation) {
        boolean isB2c = B2cApi.B2C_PAYMENT.id().equals(operation.isEmpty() ? message.operation() : operation);
        JsonElement reply = isB2c
                ? DrcB2cCallbackReply.ADAPTER.toTree(DrcB2cCallbackReply.builder()
                        .responseCode("200")
                        .receipt("Received")
                        .build())
                : DrcC2bCallbackReply.ADAPTER.toTree(
                        DrcC2bCallbackReply.builder().responseCode("200").build());
        return SoapWriter.reply(Items.of(reply.getAsJsonObject(), Set.of()));
    }

    @Override
    public StatusQuestion<DrcCallback> question(Reference reference) {
        return new StatusQuestion.CannotAsk<>(
                "This gateway has no call that asks what became of a payment: only its callback tells, or Vodacom's"
                        + " support, by the ThirdPartyReference.");
    }
}
