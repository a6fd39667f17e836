package io.github.mpesasdk.benchmarks.crowds;

import com.google.gson.Gson;
import io.github.mpesasdk.benchmarks.Acknowledgement;
import io.github.mpesasdk.benchmarks.PromptSockets;
import io.github.mpesasdk.benchmarks.Push;
import io.github.mpesasdk.benchmarks.Sample;
import io.github.mpesasdk.benchmarks.server.Gateway;
import io.github.mpesasdk.kenya.Daraja;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Pushes that all start at once, each over a connection of its own; by hand and with the SDK. */
final class Crowd implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final URI place;
    private final OkHttpClient client;
    private final Daraja daraja;

    Crowd(Gateway gateway, URI place) {
        this.place = place;
        this.client = client(gateway, place.getScheme().equals("https"));
        this.daraja = Daraja.builder()
                .at(place)
                .app("key", "secret-of-the-app")
                .payBill("174379", "9f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e63")
                .callbacksAt(URI.create("https://shop.example/pay"))
                .httpClient(client)
                .build();
        // The token is there before the crowd comes.
        pushed(0).join();
    }

    private static OkHttpClient client(Gateway gateway, boolean isSecure) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1024);
        dispatcher.setMaxRequestsPerHost(1024);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .protocols(List.of(Protocol.HTTP_1_1));
        if (isSecure) {
            var trust = gateway.trust();
            builder.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
        }
        return builder.build();
    }

    /** How long it takes by hand until all have their answers, in milliseconds. */
    double byHand(int calls) {
        return millis(calls, this::posted);
    }

    /** The same with the SDK's typed call. */
    double bySdk(int calls) {
        return millis(calls, this::pushed);
    }

    private static double millis(int calls, IntFunction<CompletableFuture<?>> call) {
        long start = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, calls).mapToObj(call).toArray(CompletableFuture[]::new))
                .join();
        return (System.nanoTime() - start) / 1e6;
    }

    private CompletableFuture<?> pushed(int number) {
        return daraja.stk().pushAsync(push -> push.amount(1)
                .from("254708374149")
                .reference("INV-" + number)
                .description("Tea"));
    }

    private CompletableFuture<Acknowledgement> posted(int number) {
        CompletableFuture<Acknowledgement> answered = new CompletableFuture<>();
        Request request = new Request.Builder()
                .url(place + "/mpesa/stkpush/v1/processrequest")
                .header("Authorization", "Bearer " + Sample.TOKEN)
                .post(RequestBody.create(GSON.toJson(new Push(number)), MediaType.get("application/json")))
                .build();
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                    answered.complete(GSON.fromJson(response.body().string(), Acknowledgement.class));
                }
            }

            @Override
            public void onFailure(Call call, IOException loss) {
                answered.completeExceptionally(loss);
            }
        });
        return answered;
    }

    @Override
    public void close() {
        daraja.close();
        client.dispatcher().executorService().shutdown();
    }
}
