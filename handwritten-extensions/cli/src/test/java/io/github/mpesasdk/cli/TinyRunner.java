package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.kenya.Daraja;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A runner of somebody's client, which can get a token in Kenya and read callbacks. Its one argument says how well it
 * behaves: {@code right}, {@code wrong}, {@code replying}, {@code mumbling}, {@code sleepy} or {@code gone}.
 */
final class TinyRunner {

    private final String behaviour;

    private TinyRunner(String behaviour) {
        this.behaviour = behaviour;
    }

    public static void main(String[] words) throws Exception {
        TinyRunner runner = new TinyRunner(words[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !words[0].equals("gone"); line = in.readLine()) {
            out.println(runner.answer(JsonParser.parseString(line).getAsJsonObject()));
        }
    }

    private String answer(JsonObject question) throws Exception {
        boolean isLast = question.get("case").getAsString().endsWith("callback-paid");
        if (behaviour.equals("mumbling") && isLast) {
            return "Paid!";
        }
        if (behaviour.equals("sleepy") && isLast) {
            Thread.sleep(60_000);
        }
        return (question.has("callback") ? received(question) : called(question)).toString();
    }

    private JsonObject received(JsonObject question) {
        try {
            JsonObject form = Daraja.decode(question.get("body").getAsString()).toJson();
            if (behaviour.equals("wrong") && form.get("outcome").getAsString().equals("succeeded")) {
                form.addProperty("outcome", "failed");
            }
            if (behaviour.equals("replying")) {
                form.addProperty("reply", "{}");
            }
            return form;
        } catch (UnreadableBodyException other) {
            return one("error", "unreadable");
        }
    }

    private JsonObject called(JsonObject question) throws Exception {
        if (!question.get("operation").getAsString().equals("token")) {
            return one("leftOut", "there is no such call");
        }
        JsonObject credentials = question.getAsJsonObject("credentials");
        String pair = credentials.get("consumerKey").getAsString() + ":"
                + credentials
                        .get(behaviour.equals("wrong") ? "consumerKey" : "consumerSecret")
                        .getAsString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(question.get("baseUrl").getAsString()
                                + question.get("basePath").getAsString()
                                + "/oauth/v1/generate?grant_type=client_credentials"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        JsonObject seen = new JsonObject();
        seen.add("returned", JsonParser.parseString(answer.body()));
        return seen;
    }

    private static JsonObject one(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }
}
