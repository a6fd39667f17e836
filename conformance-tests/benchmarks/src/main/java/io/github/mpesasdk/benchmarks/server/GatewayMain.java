package io.github.mpesasdk.benchmarks.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * A gateway that accepts everything, as fast as it can. Its first line on stdout says where it is; it ends when its
 * standard input does.
 */
public final class GatewayMain {

    private static final long SLOW_MILLIS = 200;
    private static final Buffer TOKEN =
            Buffer.buffer("{\"access_token\":\"bMk9tSuRq2wEyLp0\",\"expires_in\":\"3599\"}");
    private static final Buffer ACCEPTED = Buffer.buffer("{\"ConversationID\":\"AG_20261128_20106e9209f64bebd05b\","
            + "\"OriginatorConversationID\":\"5118-111210482-1\",\"ResponseCode\":\"0\","
            + "\"ResponseDescription\":\"Accept the service request successfully.\"}");
    private static final Buffer ACKNOWLEDGEMENT =
            Buffer.buffer("{\"MerchantRequestID\":\"7071-4170-a0e5-8345632bad442144258\","
                    + "\"CheckoutRequestID\":\"ws_CO_28112026093000123708374149\",\"ResponseCode\":\"0\","
                    + "\"ResponseDescription\":\"Success. Request accepted for processing\","
                    + "\"CustomerMessage\":\"Success. Request accepted for processing\"}");

    private GatewayMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .duration(1, TimeUnit.DAYS)
                .build();
        HttpServerOptions secure = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(certificate.certificatePem()))
                        .addKeyValue(Buffer.buffer(certificate.privateKeyPkcs8Pem())));
        JsonObject places = new JsonObject();
        places.addProperty("http", port(vertx, new HttpServerOptions(), 0));
        places.addProperty("https", port(vertx, secure, 0));
        places.addProperty("slow", port(vertx, new HttpServerOptions(), SLOW_MILLIS));
        places.addProperty("certificate", certificate.certificatePem());
        // The operator's certificate, for credentials.
        places.addProperty(
                "rsa", new HeldCertificate.Builder().rsa2048().build().certificatePem());
        System.out.println(places);
        while (System.in.read() != -1) {
            // Only its end means anything.
        }
        vertx.close();
    }

    private static int port(Vertx vertx, HttpServerOptions options, long delay) throws Exception {
        HttpServer server = vertx.createHttpServer(options.setAcceptBacklog(1024))
                // The body has to be read, or the connection cannot be kept.
                .requestHandler(request -> request.body().onSuccess(body -> {
                    if (delay == 0) {
                        answer(request, body);
                    } else {
                        vertx.setTimer(delay, late -> answer(request, body));
                    }
                }));
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        request.response().putHeader("Content-Type", "application/json").end(content(request.path(), body));
    }

    private static Buffer content(String path, Buffer body) {
        if (path.startsWith("/oauth")) {
            return TOKEN;
        }
        return path.startsWith("/mpesa/stkpush") ? ACKNOWLEDGEMENT : accepted(body);
    }

    // What the client sent as its id comes back, or the answer is not believed.
    private static Buffer accepted(Buffer body) {
        JsonObject answer = JsonParser.parseString(ACCEPTED.toString()).getAsJsonObject();
        JsonElement id =
                JsonParser.parseString(body.toString()).getAsJsonObject().get("OriginatorConversationID");
        if (id != null) {
            answer.add("OriginatorConversationID", id);
        }
        return Buffer.buffer(answer.toString());
    }
}
