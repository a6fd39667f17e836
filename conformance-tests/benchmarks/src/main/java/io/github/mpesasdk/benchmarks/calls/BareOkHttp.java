package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.Sample;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp posts bytes that are at hand, and reads the answer as bytes. */
final class BareOkHttp implements Variant {

    private final OkHttpClient client;
    private final HttpUrl url;
    private final RequestBody body = RequestBody.create(
            Sample.body().getBytes(java.nio.charset.StandardCharsets.UTF_8), MediaType.get("application/json"));

    BareOkHttp(Gateway gateway, Condition condition) {
        this.client = condition.client(gateway);
        this.url = HttpUrl.get(condition.place(gateway)).resolve("/mpesa/stkpush/v1/processrequest");
    }

    @Override
    public String title() {
        return "OkHttp, prepared bytes";
    }

    @Override
    public void push(int number) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + Sample.TOKEN)
                .post(body)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.body().bytes().length < 100) {
                throw new IOException("no acknowledgement");
            }
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
