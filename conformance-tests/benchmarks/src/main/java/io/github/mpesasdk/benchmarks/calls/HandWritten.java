package io.github.mpesasdk.benchmarks.calls;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a good engineer writes by hand: OkHttp, Gson, two classes; no check, no money rule. */
final class HandWritten implements Variant {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private final OkHttpClient client;
    private final HttpUrl url;
    private final Gson gson = new Gson();

    HandWritten(Gateway gateway, Condition condition) {
        this.client = condition.client(gateway);
        this.url = HttpUrl.get(condition.place(gateway)).resolve("/mpesa/stkpush/v1/processrequest");
    }

    static final class Push {
        @SerializedName("BusinessShortCode")
        String businessShortCode = Sample.SHORT_CODE;

        @SerializedName("Password")
        String password;

        @SerializedName("Timestamp")
        String timestamp;

        @SerializedName("TransactionType")
        String transactionType = "CustomerPayBillOnline";

        @SerializedName("Amount")
        String amount = "1";

        @SerializedName("PartyA")
        String partyA = Sample.PAYER;

        @SerializedName("PartyB")
        String partyB = Sample.SHORT_CODE;

        @SerializedName("PhoneNumber")
        String phoneNumber = Sample.PAYER;

        @SerializedName("CallBackURL")
        String callbackUrl;

        @SerializedName("AccountReference")
        String accountReference;

        @SerializedName("TransactionDesc")
        String description = "Tea";

        Push(int number) {
            timestamp = LocalDateTime.now(NAIROBI).format(TIMESTAMP);
            password = Base64.getEncoder()
                    .encodeToString((Sample.SHORT_CODE + Sample.PASSKEY + timestamp).getBytes(StandardCharsets.UTF_8));
            // Who guesses it can report a payment.
            callbackUrl = "https://shop.example/pay/" + UUID.randomUUID();
            accountReference = "INV-" + number;
        }
    }

    static final class Acknowledgement {
        @SerializedName("MerchantRequestID")
        @Nullable
        String merchantRequestId;

        @SerializedName("CheckoutRequestID")
        @Nullable
        String checkoutRequestId;

        @SerializedName("ResponseCode")
        @Nullable
        String responseCode;

        @SerializedName("ResponseDescription")
        @Nullable
        String responseDescription;

        @SerializedName("CustomerMessage")
        @Nullable
        String customerMessage;
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
