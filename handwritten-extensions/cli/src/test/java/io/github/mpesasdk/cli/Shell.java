package io.github.mpesasdk.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in this process, with everything a shell would give it. */
final class Shell {

    /** What a run left behind. */
    record Result(int exit, String out, String err) {

        JsonElement json() {
            return JsonParser.parseString(out);
        }

        JsonObject error() {
            return JsonParser.parseString(err).getAsJsonObject();
        }

        /** What the error says to ask with. */
        Reference reference() {
            return Reference.parse(error().get("reference").getAsString());
        }

        String everything() {
            return out + err;
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean colour;

    /** The environment of somebody who uses a sandbox. */
    static Shell at(KenyaSandbox kenya) {
        return new Shell()
                .set("MPESA_KENYA_CONSUMER_KEY", kenya.consumerKey())
                .set("MPESA_KENYA_CONSUMER_SECRET", kenya.consumerSecret())
                .set("MPESA_KENYA_PASSKEY", kenya.passkey())
                .set("MPESA_KENYA_INITIATOR_PASSWORD", kenya.initiatorPassword())
                .set("MPESA_KENYA_CERTIFICATE", kenya.certificatePem());
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell unset(String variable) {
        environment.remove(variable);
        return this;
    }

    Shell type(String text) {
        return type(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell type(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** A terminal that shows colours. */
    Shell inColour() {
        colour = true;
        return this;
    }

    Result run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Mpesa.run(
                new Console(
                        new ByteArrayInputStream(input),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.copyOf(environment),
                        colour),
                words);
        return new Result(exit, out.toString(), err.toString());
    }
}
