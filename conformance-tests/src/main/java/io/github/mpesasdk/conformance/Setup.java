package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Who the cases are played as: what {@code setup.json} of a market says, or the owner of real credentials.
 * {@code toString} hides it all.
 *
 * @param consumerKey of the app
 * @param consumerSecret of the app
 * @param shortCode the pay bill or store that pushes to customers
 * @param passkey of that short code
 * @param initiatorName the API operator; only for building the client, the cases carry their own
 * @param initiatorPassword before encryption
 */
public record Setup(
        String consumerKey,
        String consumerSecret,
        String shortCode,
        String passkey,
        String initiatorName,
        String initiatorPassword) {

    /** The content of a market's {@code setup.json}. */
    public static JsonObject file(String market) {
        try {
            String text = Files.readString(Checkout.cases().resolve(market).resolve("setup.json"));
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The setup that all cases of a market share. */
    public static Setup ofMarket(String market) {
        return of(file(market).getAsJsonObject("values"));
    }

    /** A setup from an object with one text for each component. */
    public static Setup of(JsonObject values) {
        return new Setup(
                values.get("consumerKey").getAsString(),
                values.get("consumerSecret").getAsString(),
                values.get("shortCode").getAsString(),
                values.get("passkey").getAsString(),
                values.get("initiatorName").getAsString(),
                values.get("initiatorPassword").getAsString());
    }

    @Override
    public String toString() {
        return "Setup[***]";
    }
}
