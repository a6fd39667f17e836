package io.github.mpesasdk.benchmarks.calls;

import com.google.gson.Gson;
import io.github.mpesasdk.benchmarks.Acknowledgement;
import io.github.mpesasdk.benchmarks.Push;
import io.github.mpesasdk.benchmarks.Sample;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What a good engineer writes by hand: OkHttp, Gson, two classes; no check, no money rule. */
final class HandWritten implements Variant {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final HttpUrl url;
    private final Gson gson = new Gson();

    HandWritten(Gateway gateway, Condition condition) {
        this.client = condition.client(gateway);
        this.url = HttpUrl.get(condition.place(gateway)).resolve("/mpesa/stkpush/v1/processrequest");
    }

    @Override
    public String title() {
        return "OkHttp and Gson by hand";
    }

    @Override
    public void push(int number) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + Sample.TOKEN)
                .post(RequestBody.create(gson.toJson(new Push(number)), JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            Acknowledgement answer = gson.fromJson(response.body().string(), Acknowledgement.class);
            if (!"0".equals(answer.responseCode)) {
                throw new IOException("refused");
            }
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
