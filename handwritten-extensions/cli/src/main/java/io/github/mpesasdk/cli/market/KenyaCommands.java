package io.github.mpesasdk.cli.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.cli.story.KenyaStory;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kenya: Safaricom's Daraja. */
final class KenyaCommands implements MarketCommands {

    private static final Credential CONSUMER_KEY =
            new Credential("consumer-key", "The app's consumer key, from the developer portal.", false);
    private static final Credential CONSUMER_SECRET =
            new Credential("consumer-secret", "The app's consumer secret.", false);
    private static final Credential PASSKEY =
            new Credential("passkey", "Passkey of the short code; computes Password and Timestamp.", false);
    private static final Credential INITIATOR_PASSWORD = new Credential(
            "initiator-password",
            "The API operator's password; with the certificate computes SecurityCredential.",
            false);
    private static final Credential CERTIFICATE = new Credential(
            "certificate", "Certificate of the environment: PEM or base64. Its variable may name a file, too.", true);

    @Override
    public String name() {
        return "kenya";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DarajaApi.OPERATIONS;
    }

    @Override
    public Catalogue catalogue() {
        return DarajaCodes.CATALOGUE;
    }

    @Override
    public GatewayWords words() {
        return GatewayWords.of("daraja");
    }

    @Override
    public List<Credential> credentials() {
        return List.of(CONSUMER_KEY, CONSUMER_SECRET, PASSKEY, INITIATOR_PASSWORD, CERTIFICATE);
    }

    @Override
    public Decoded decode(String body) {
        return Daraja.decode(body);
    }

    @Override
    public void tellStory(Sandbox sandbox, Narrator narrator) {
        new KenyaStory(sandbox, narrator).tell();
    }

    @Override
    public JsonObject call(Call call) {
        DarajaBuilder builder =
                at(call).app(call.required(CONSUMER_KEY, name()), call.required(CONSUMER_SECRET, name()));
        call.credentials()
                .apply(PASSKEY)
                .filter(passkey -> !text(call, "BusinessShortCode").isBlank())
                .ifPresent(passkey -> builder.payBill(text(call, "BusinessShortCode"), passkey));
        initiator(call).ifPresent(name -> addInitiator(builder, name, call));
        try (Daraja daraja = builder.build()) {
            return daraja.call(call.operationId(), call.input(), call.settings());
        } catch (InvalidInputException invalid) {
            throw new BadInputException(invalid.getMessage() + hint(invalid));
        }
    }

    // The name travels in the input, under one of two wire names. A call that brings its SecurityCredential needs no
    // certificate, and one without an initiator needs neither, so a bad one does not stop it.
    private static Optional<String> initiator(Call call) {
        return Optional.of(text(call, "Initiator") + text(call, "InitiatorName"))
                .filter(name ->
                        !name.isBlank() && text(call, "SecurityCredential").isBlank());
    }

    private static void addInitiator(DarajaBuilder builder, String name, Call call) {
        call.credentials().apply(INITIATOR_PASSWORD).ifPresent(password -> call.credentials()
                .apply(CERTIFICATE)
                .ifPresent(certificate -> builder.initiator(
                        name, password, PublicKeys.read(certificate, "The call", CERTIFICATE.option()))));
    }

    private static DarajaBuilder at(Call call) {
        DarajaBuilder builder = Daraja.builder();
        if (call.gateway() != null) {
            return builder.at(call.gateway());
        }
        return call.production() ? builder.production() : builder.sandbox();
    }

    private static String text(Call call, String field) {
        JsonElement value = call.input().get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private String hint(InvalidInputException invalid) {
        Set<String> fields = Set.copyOf(invalid.violations().stream()
                .map(violation -> violation.wireName())
                .toList());
        if (fields.contains("Password") || fields.contains("Timestamp")) {
            return ". Password and Timestamp are computed if " + PASSKEY.variable(name())
                    + " is set and BusinessShortCode is given.";
        }
        if (fields.contains("SecurityCredential")) {
            return ". SecurityCredential is computed if " + INITIATOR_PASSWORD.variable(name()) + " and "
                    + CERTIFICATE.variable(name()) + " are set.";
        }
        return "";
    }
}
