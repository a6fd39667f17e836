package io.github.mpesasdk.benchmarks;

/** The push that every variant sends. */
public final class Sample {

    /** A pay bill. */
    public static final String SHORT_CODE = "174379";
    /** Its passkey. */
    public static final String PASSKEY = "9f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e63";
    /** Who pays. */
    public static final String PAYER = "254708374149";
    /** What the gateway gives for a token. */
    public static final String TOKEN = "bMk9tSuRq2wEyLp0";

    private Sample() {}

    /** Its body, as it goes on the wire. */
    public static String body() {
        return "{\"BusinessShortCode\":\"174379\",\"Password\":\"MTc0Mzc5OWYyYzYxZDBiN2U4NGEzNWExYzJlOWQ0N2Y2MGI4MTM1YzdhMmU0ZDliMDFm"
                + "NjgzNWU3YzRhMmQxYjlmMGU2MzIwMjYxMTI4MDkzMDAw\",\"Timestamp\":\"20261128093000\","
                + "\"TransactionType\":\"CustomerPayBillOnline\",\"Amount\":\"1\",\"PartyA\":\"254708374149\","
                + "\"PartyB\":\"174379\",\"PhoneNumber\":\"254708374149\",\"CallBackURL\":"
                + "\"https://shop.example/pay/0e6f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6\","
                + "\"AccountReference\":\"INV-1\",\"TransactionDesc\":\"Tea\"}";
    }
}
