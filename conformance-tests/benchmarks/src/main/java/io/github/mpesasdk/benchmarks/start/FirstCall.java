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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One process: one token, one call, the end. */
public final class FirstCall {

    private static final String SHORT_CODE = "174379";
    private static final String PASSKEY = "9f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e63";

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
                .payBill(SHORT_CODE, PASSKEY)
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
        Map<String, String> fields = isPush ? push() : payOut(encrypted(certificate));
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

    private static Map<String, String> push() {
        String timestamp =
                LocalDateTime.now(ZoneId.of("Africa/Nairobi")).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("BusinessShortCode", SHORT_CODE);
        fields.put(
                "Password",
                Base64.getEncoder()
                        .encodeToString((SHORT_CODE + PASSKEY + timestamp).getBytes(StandardCharsets.UTF_8)));
        fields.put("Timestamp", timestamp);
        fields.put("TransactionType", "CustomerPayBillOnline");
        fields.put("Amount", "1");
        fields.put("PartyA", "254708374149");
        fields.put("PartyB", SHORT_CODE);
        fields.put("PhoneNumber", "254708374149");
        fields.put("CallBackURL", "https://shop.example/pay/" + UUID.randomUUID());
        fields.put("AccountReference", "INV-1");
        fields.put("TransactionDesc", "Tea");
        return fields;
    }

    private static Map<String, String> payOut(String credential) {
        String address = "https://shop.example/pay/" + UUID.randomUUID();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("OriginatorConversationID", UUID.randomUUID().toString());
        fields.put("InitiatorName", "testapi");
        fields.put("SecurityCredential", credential);
        fields.put("CommandID", "BusinessPayment");
        fields.put("Amount", "10");
        fields.put("PartyA", "600984");
        fields.put("PartyB", "254708374149");
        fields.put("Remarks", "Refund");
        fields.put("QueueTimeOutURL", address + "/late");
        fields.put("ResultURL", address);
        return fields;
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
