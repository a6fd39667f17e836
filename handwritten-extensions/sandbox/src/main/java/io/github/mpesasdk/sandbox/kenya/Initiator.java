package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** The API operator, with the key pair that hides the password on its way. */
final class Initiator {

    private static final int MOST_MISTAKES = 5;

    private final String name;
    private final String password;
    private final Instant startedAt;
    private final EncryptionKeys keys = new EncryptionKeys();
    private final AtomicInteger mistakes = new AtomicInteger();
    private @Nullable String pem;

    Initiator(Identifiers ids, Instant startedAt) {
        this.name = "api" + ids.secret(8);
        // The specials are some that the portal allows.
        this.password = ids.secret(12) + "#&%$";
        this.startedAt = startedAt;
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** Why a request is not this initiator's, or may not be; five wrong passwords in a row lock it. */
    Optional<Reason> refusal(String claimedName, String securityCredential) {
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

    void unlock() {
        mistakes.set(0);
    }

    /** The certificate in PEM. It has expired, as both certificates that the gateway publishes have. */
    synchronized String certificatePem() {
        if (pem == null) {
            try {
                pem = pem(certificate(keys.pair()).getEncoded());
            } catch (OperatorCreationException | IOException e) {
                throw new IllegalStateException("no certificate could be made", e);
            }
        }
        return pem;
    }

    private X509CertificateHolder certificate(KeyPair pair) throws OperatorCreationException {
        X500Name name = new X500Name("CN=mpesa-sandbox, O=M-Pesa SDK, C=KE");
        Date from = Date.from(startedAt.minus(Duration.ofDays(1000)));
        Date until = Date.from(startedAt.minus(Duration.ofDays(300)));
        return new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
    }

    private static String pem(byte[] encoded) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(encoded) + "\n-----END CERTIFICATE-----\n";
    }
}
