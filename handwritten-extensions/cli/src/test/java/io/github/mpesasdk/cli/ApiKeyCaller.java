package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.util.Locale;

/** Somebody who uses a sandbox with an API key and a public key. */
record ApiKeyCaller(String market, String apiKey, String publicKey, URI url) {

    static ApiKeyCaller at(VodacomSandbox vodacom, String market) {
        return new ApiKeyCaller(market, vodacom.apiKey(), vodacom.publicKeyBase64(), vodacom.baseUrl());
    }

    static ApiKeyCaller at(MozambiqueSandbox mozambique) {
        return new ApiKeyCaller("mozambique", mozambique.apiKey(), mozambique.publicKeyBase64(), mozambique.baseUrl());
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
