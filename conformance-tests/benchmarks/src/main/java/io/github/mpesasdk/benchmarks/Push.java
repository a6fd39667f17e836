package io.github.mpesasdk.benchmarks;

import com.google.gson.annotations.SerializedName;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/** A push as a good engineer writes it by hand, and computes what is particular to each. */
public final class Push {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @SerializedName("BusinessShortCode")
    public final String businessShortCode = Sample.SHORT_CODE;

    @SerializedName("Password")
    public final String password;

    @SerializedName("Timestamp")
    public final String timestamp;

    @SerializedName("TransactionType")
    public final String transactionType = "CustomerPayBillOnline";

    @SerializedName("Amount")
    public final String amount = "1";

    @SerializedName("PartyA")
    public final String partyA = Sample.PAYER;

    @SerializedName("PartyB")
    public final String partyB = Sample.SHORT_CODE;

    @SerializedName("PhoneNumber")
    public final String phoneNumber = Sample.PAYER;

    @SerializedName("CallBackURL")
    public final String callbackUrl;

    @SerializedName("AccountReference")
    public final String accountReference;

    @SerializedName("TransactionDesc")
    public final String description = "Tea";

    /** @param number tells it from the others */
    public Push(int number) {
        timestamp = LocalDateTime.now(NAIROBI).format(TIMESTAMP);
        password = Base64.getEncoder()
                .encodeToString((Sample.SHORT_CODE + Sample.PASSKEY + timestamp).getBytes(StandardCharsets.UTF_8));
        // Who guesses it can report a payment that never was.
        callbackUrl = "https://shop.example/pay/" + UUID.randomUUID();
        accountReference = "INV-" + number;
    }
}
