package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.util.Locale;

/** Somebody who uses one of the sandbox's gateways with an API key and a public key. */
record ApiKeyCaller(
        String market, String apiKey, String publicKey, URI url, String shortCode, Journal journal, Faults faults) {

    static ApiKeyCaller at(Sandbox sandbox, String market) {
        if (market.equals("mozambique")) {
            MozambiqueSandbox own = sandbox.mozambique();
            return new ApiKeyCaller(
                    market,
                    own.apiKey(),
                    own.publicKeyBase64(),
                    own.baseUrl(),
                    own.serviceProviderCode(),
                    own.journal(),
                    own.faults());
        }
        VodacomSandbox openApi = sandbox.vodacom();
        return new ApiKeyCaller(
                market,
                openApi.apiKey(),
                openApi.publicKeyBase64(),
                openApi.baseUrl(),
                openApi.serviceProviderCode(),
                openApi.journal(),
                openApi.faults());
    }

    /** The same, calling another address. */
    ApiKeyCaller at(URI elsewhere) {
        return new ApiKeyCaller(market, apiKey, publicKey, elsewhere, shortCode, journal, faults);
    }

    /** The variable of a credential. */
    String variable(String credential) {
        return "MPESA_" + market.replace('-', '_').toUpperCase(Locale.ROOT) + "_" + credential;
    }

    Shell shell() {
        return new Shell().set(variable("API_KEY"), apiKey).set(variable("PUBLIC_KEY"), publicKey);
    }

    Shell.Result call(String operation, String input) {
        return call(shell(), operation, input);
    }

    Shell.Result call(Shell shell, String operation, String input) {
        return shell.type(input).run("call", market, operation, "--json", "-", "--base-url", url.toString());
    }

    /** The answer to a call that is done. */
    JsonObject done(String operation, String input) {
        Shell.Result result = call(operation, input);
        if (result.exit() != ExitCode.DONE || !result.err().isEmpty()) {
            throw new AssertionError(operation + " ended with " + result.exit() + ": " + result.err());
        }
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    /** A text of an answer. */
    static String text(JsonObject answer, String field) {
        return answer.get(field).getAsString();
    }
}
