package io.github.mpesasdk.benchmarks.start;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.mpesasdk.kenya.Daraja;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One process: one token, one call, the end. */
public final class FirstCall {

    private FirstCall() {}

    /**
     * Calls.
     *
     * @param arguments {@code hand} or {@code sdk}; {@code push} or {@code b2c}; the gateway's address; a certificate
     */
    public static void main(String[] arguments) throws Exception {
        boolean isPush = arguments[1].equals("push");
        URI place = URI.create(arguments[2]);
        Path certificate = Path.of(arguments[3]);
        if (arguments[0].equals("hand")) {
            byHand(isPush, place, certificate);
        } else {
            bySdk(isPush, place, certificate);
        }
        // Neither waits for idle threads of its pool.
        System.exit(0);
    }

    private static void bySdk(boolean isPush, URI place, Path certificate) throws IOException {
        var builder = Daraja.builder()
                .at(place)
                .app("key", "secret-of-the-app")
                .payBill("174379", "9f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e63")
                .callbacksAt(URI.create("https://shop.example/pay"));
        if (isPush) {
            builder.build().stk().push(push -> push.amount(1)
                    .from("254708374149")
                    .reference("INV-1")
                    .description("Tea"));
        } else {
            builder.shortCode("600984")
                    .initiator("testapi", "Kiosk-2026-secret", Files.readString(certificate))
                    .build()
                    .b2c()
                    .pay(pay -> pay.amount(10).to("254708374149").remarks("Refund"));
        }
    }

    private static void byHand(boolean isPush, URI place, Path certificate)
            throws IOException, GeneralSecurityException {
        OkHttpClient client = new OkHttpClient();
        Gson gson = new Gson();
        Request login = new Request.Builder()
                .url(place + "/oauth/v1/generate?grant_type=client_credentials")
                .header("Authorization", Credentials.basic("key", "secret-of-the-app"))
                .build();
        String token;
        try (Response response = client.newCall(login).execute()) {
            token = gson.fromJson(response.body().string(), JsonObject.class)
                    .get("access_token")
                    .getAsString();
        }
        Map<String, String> fields = isPush
                ? Map.of("BusinessShortCode", "174379", "Amount", "1", "PhoneNumber", "254708374149")
                : Map.of("InitiatorName", "testapi", "SecurityCredential", encrypted(certificate), "Amount", "10");
        Request request = new Request.Builder()
                .url(place + (isPush ? "/mpesa/stkpush/v1/processrequest" : "/mpesa/b2c/v3/paymentrequest"))
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(gson.toJson(fields), MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!gson.fromJson(response.body().string(), JsonObject.class).has("ResponseCode")) {
                throw new IOException("no acknowledgement");
            }
        }
    }

    private static String encrypted(Path certificate) throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate))));
        return Base64.getEncoder().encodeToString(cipher.doFinal("Kiosk-2026-secret".getBytes(StandardCharsets.UTF_8)));
    }
}
