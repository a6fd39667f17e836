package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.tls.CertificateDraft;
import io.github.mpesasdk.sandbox.tls.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The API operator, with the key pair that hides the password on its way. */
final class Initiator {

    private static final int MOST_MISTAKES = 5;
    private static final Instant ISSUED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant EXPIRED = Instant.parse("2022-01-01T00:00:00Z");

    private final String name;
    private final String password;
    private final boolean takesAnyone;
    private final EncryptionKeys keys;
    private final AtomicInteger mistakes = new AtomicInteger();
    private @Nullable String pem;

    Initiator(Credentials credentials, boolean takesAnyone) {
        this.name = credentials.letters("kenya.initiatorName", "api", 8, "");
        // The specials are some that the portal allows.
        this.password = credentials.letters("kenya.initiatorPassword", "", 12, "#&%$");
        this.keys = credentials.keys(KenyaMarket.NAME);
        this.takesAnyone = takesAnyone;
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** Why a request is not this initiator's, or may not be; five wrong passwords in a row lock it. */
    Optional<Reason> refusal(String claimedName, String securityCredential) {
        if (takesAnyone) {
            return Optional.empty();
        }
        boolean right =
                keys.decrypt(securityCredential).filter(password::equals).isPresent();
        if (mistakes.get() >= MOST_MISTAKES) {
            return Optional.of(Reason.LOCKED);
        }
        if (right && name.equals(claimedName)) {
            unlock();
            return Optional.empty();
        }
        mistakes.incrementAndGet();
        return Optional.of(Reason.WRONG_SECRET);
    }

    /** What to say of a credential that only another gateway can read. */
    Optional<Violation> remark(JsonObject input) {
        boolean unread = !takesAnyone
                && input.get("SecurityCredential") instanceof JsonPrimitive sent
                && keys.decrypt(sent.getAsString()).isEmpty();
        return unread
                ? Optional.of(Violation.remark(
                        "SecurityCredential",
                        "is not encrypted with the certificate of this sandbox, so the initiator will be refused;"
                                + " the setting acceptAnyCredential takes it"))
                : Optional.empty();
    }

    void unlock() {
        mistakes.set(0);
    }

    /** The certificate in PEM. It has expired, as both certificates that the gateway publishes have. */
    synchronized String certificatePem() {
        if (pem == null) {
            try {
                pem = Pem.certificate(certificate(keys.pair()));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("no certificate could be made", e);
            }
        }
        return pem;
    }

    private static byte[] certificate(KeyPair pair) throws GeneralSecurityException, IOException {
        String name = "CN=mpesa-sandbox, O=M-Pesa SDK, C=KE";
        return new CertificateDraft(name, BigInteger.ONE, pair.getPublic(), ISSUED, EXPIRED)
                .signed(name, pair.getPrivate());
    }
}
