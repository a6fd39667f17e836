package io.github.mpesasdk.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Cipher;

/** Speaks the wire format of both of Vodacom's gateways by hand, so that the SDK has no part in judging the sandbox. */
public final class EncryptedCaller {

    private final HttpClient client;
    private final String publicKey;

    public EncryptedCaller(String publicKey) {
        this(
                publicKey,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(30))
                        .build());
    }

    public EncryptedCaller(String publicKey, HttpClient client) {
        this.publicKey = publicKey;
        this.client = client;
    }

    public String bearer(String secret) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(publicKey);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        byte[] hidden = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        return "Bearer " + Base64.getEncoder().encodeToString(hidden);
    }

    /** A request with all the headers; GET takes the fields in the query. */
    public HttpRequest.Builder request(String method, String url, String authorization, JsonObject input) {
        boolean get = method.equals("GET");
        String query = get && input.size() > 0 ? "?" + query(input) : "";
        return HttpRequest.newBuilder(URI.create(url + query))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Origin", "*")
                .header("Authorization", authorization)
                .method(
                        method,
                        get
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(input.toString()));
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The reply that both gateways want to a callback, with this code. */
    public static String reply(JsonObject callback, String code) {
        JsonElement reference = callback.has("input_ThirdPartyConversationID")
                ? callback.get("input_ThirdPartyConversationID")
                : callback.get("input_ThirdPartyReference");
        JsonObject reply = new JsonObject();
        reply.add("output_OriginalConversationID", callback.get("input_OriginalConversationID"));
        reply.addProperty("output_ResponseCode", code);
        reply.addProperty("output_ResponseDesc", "Successfully Accepted Result");
        reply.add("output_ThirdPartyConversationID", reference);
        return reply.toString();
    }

    public static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** Status and code, or status and words where there is no code. */
    public static String code(HttpResponse<String> answer) {
        JsonObject body = json(answer);
        JsonElement code = body.has("output_ResponseCode") ? body.get("output_ResponseCode") : body.get("output_error");
        return answer.statusCode() + " " + code.getAsString();
    }

    private static String query(JsonObject input) {
        return input.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().getAsString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
