package io.github.mpesasdk.conformance.languages;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Cases that no right client can pass, beside the real specs. */
final class WrongCases {

    /** In the order of their names. */
    static final List<String> NAMES = List.of(
            "kenya/stkPush/accepted-pay-bill",
            "kenya/stkPush/accepted-till",
            "kenya/stkPush/callback-paid",
            "kenya/stkPush/lost-answer",
            "kenya/stkQuery/wrong-pin");

    private WrongCases() {}

    static void write(Path contracts, Path wrong) throws IOException {
        copy(contracts, wrong, "specs/daraja/openapi.json");
        copy(contracts, wrong, "specs/daraja/codes.json");
        copy(contracts, wrong, "cases/kenya/setup.json");
        change(contracts, wrong, NAMES.get(0), one -> object(one, "request").addProperty("path", "/mpesa/elsewhere"));
        change(contracts, wrong, NAMES.get(1), one -> object(object(one, "expect"), "returned")
                .addProperty("CheckoutRequestID", "ws_CO_another"));
        change(contracts, wrong, NAMES.get(2), one -> object(one, "expect").addProperty("outcome", "failed"));
        change(contracts, wrong, NAMES.get(3), one -> object(one, "expect").addProperty("error", "refused"));
        change(contracts, wrong, NAMES.get(4), one -> object(one, "expect").addProperty("outcome", "succeeded"));
    }

    private static JsonObject object(JsonObject around, String name) {
        return around.getAsJsonObject(name);
    }

    private static void copy(Path from, Path to, String file) throws IOException {
        write(to.resolve(file), Files.readString(from.resolve(file)));
    }

    private static void change(Path from, Path to, String name, Consumer<JsonObject> change) throws IOException {
        String file = "cases/" + name + ".json";
        JsonObject one =
                JsonParser.parseString(Files.readString(from.resolve(file))).getAsJsonObject();
        change.accept(one);
        write(to.resolve(file), one.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
