package io.github.mpesasdk.core.testing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Clients as callers have them, which repeat requests on their own account in all the ways that OkHttp offers. */
final class StubbornClients {

    /** One as OkHttp makes it, from which the others are derived: each new one would read the trust store again. */
    static final OkHttpClient PLAIN = new OkHttpClient();

    private static final int TRIES = 3;

    private StubbornClients() {}

    /** By what they do. */
    static Map<String, OkHttpClient> all() {
        Map<String, OkHttpClient> clients = new LinkedHashMap<>();
        clients.put("an interceptor that repeats", with(chain -> repeated(chain::proceed, chain.request())));
        clients.put(
                "an interceptor that repeats with a body of its own",
                with(chain -> repeated(chain::proceed, withOwnBody(chain.request()))));
        clients.put(
                "an interceptor that switches OkHttp's repetition on",
                with(chain -> chain.withRetryOnConnectionFailure(true)
                        .withAuthenticator((route, response) -> response.request())
                        .proceed(chain.request())));
        clients.put("an interceptor that repeats through another client", with(chain -> {
            Response first = chain.proceed(chain.request());
            if (first.isSuccessful()) {
                return first;
            }
            first.close();
            return repeated(request -> PLAIN.newCall(request).execute(), chain.request());
        }));
        clients.put(
                "a network interceptor that repeats",
                withOnTheNetwork(chain -> repeated(chain::proceed, chain.request())));
        return clients;
    }

    private static OkHttpClient with(Interceptor interceptor) {
        return PLAIN.newBuilder().addInterceptor(interceptor).build();
    }

    private static OkHttpClient withOnTheNetwork(Interceptor interceptor) {
        return PLAIN.newBuilder().addNetworkInterceptor(interceptor).build();
    }

    @FunctionalInterface
    private interface Sender {
        Response send(Request request) throws IOException;
    }

    // What is answered well is left alone: tokens and sessions, which precede the payment.
    private static Response repeated(Sender sender, Request request) throws IOException {
        IOException last = new IOException("not tried");
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Response response = sender.send(request);
                if (attempt == TRIES || response.isSuccessful()) {
                    return response;
                }
                response.close();
            } catch (IOException lost) {
                last = lost;
            }
        }
        throw last;
    }

    private static Request withOwnBody(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null) {
            return request;
        }
        Buffer bytes = new Buffer();
        body.writeTo(bytes);
        return request.newBuilder()
                .method(request.method(), RequestBody.create(bytes.readByteString(), body.contentType()))
                .build();
    }
}
