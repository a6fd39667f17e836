package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.JsonFields;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The ways in which a C2B notification tells who paid. What it does not tell is absent, not empty. */
public enum PayerForm {
    /** 64 hex digits and the first name: version 1. */
    HASHED,
    /** The number with its middle starred, and the first name: version 2. */
    MASKED,
    /** The hash with five of its characters starred, and the first name, as seen in 2024. */
    HASHED_AND_MASKED,
    /** The number and all names, as until 2022. */
    IN_FULL,
    /** No number, and the name of the organisation whose short code paid. */
    ORGANISATION;

    private static final String STARS = " ***** ";

    /** The fields of the payer at the end of a notification. */
    void addTo(JsonFields notification, String msisdn) {
        notification.and("MSISDN", number(msisdn));
        notification.and("FirstName", this == ORGANISATION ? "SANDBOX SUPPLIES LTD" : "AMINA");
        if (this == IN_FULL) {
            notification.and("MiddleName", "N.").and("LastName", "TEST");
        }
    }

    private String number(String msisdn) {
        return switch (this) {
            case HASHED -> hash(msisdn);
            // A number that is too short for the mask has no middle.
            case MASKED ->
                msisdn.substring(0, Math.min(4, msisdn.length()))
                        + STARS
                        + msisdn.substring(Math.max(0, msisdn.length() - 3));
            case HASHED_AND_MASKED ->
                hash(msisdn).substring(0, 34) + STARS + hash(msisdn).substring(39);
            case IN_FULL -> msisdn;
            case ORGANISATION -> "";
        };
    }

    private static String hash(String msisdn) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(msisdn.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256 on this Java", e);
        }
    }
}
