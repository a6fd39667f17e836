package io.github.mpesasdk.sandbox;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a receiver was not reached, for people who look for the mistake. */
final class SendingFailure {

    private static final int MOST_SHOWN = 200;

    private SendingFailure() {}

    static String words(@Nullable Throwable failure, Duration timeout) {
        if (find(failure, UnresolvedAddressException.class).isPresent()) {
            return "the host is not known here";
        }
        if (find(failure, HttpConnectTimeoutException.class).isPresent()) {
            return "the host took no connection, or under https spoke no TLS, within " + words(timeout);
        }
        if (find(failure, HttpTimeoutException.class).isPresent()) {
            return "the receiver did not answer within " + words(timeout);
        }
        if (find(failure, ConnectException.class).isPresent()) {
            return "the connection was refused: nothing listens there";
        }
        return find(failure, SSLException.class).map(SendingFailure::tls).orElseGet(() -> other(message(failure)));
    }

    static String words(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static String tls(SSLException failure) {
        if (isUnknown(failure)) {
            return "the receiver's certificate is not trusted: neither the sandbox's authority nor one of this machine"
                    + " has signed it";
        }
        Optional<CertificateException> certificate = find(failure, CertificateException.class);
        if (certificate.isPresent()) {
            return "the receiver's certificate is not good: " + message(certificate.get());
        }
        return message(failure).toLowerCase(Locale.ROOT).contains("unrecognized ssl message")
                ? "the receiver does not speak TLS"
                : "TLS failed: " + message(failure);
    }

    /** Java says it in two ways: no issuer of that name, or one of that name with another key. */
    private static boolean isUnknown(SSLException failure) {
        return find(failure, CertPathBuilderException.class).isPresent()
                || find(failure, CertPathValidatorException.class)
                        .filter(path -> path.getReason() == PKIXReason.NO_TRUST_ANCHOR)
                        .isPresent();
    }

    private static String other(String message) {
        String small = message.toLowerCase(Locale.ROOT);
        if (small.contains("connection reset")) {
            return "the receiver reset the connection";
        }
        if (small.contains("received no bytes") || small.contains("eof") || small.contains("closed")) {
            return "the receiver closed the connection without an answer";
        }
        if (small.contains("status line") || small.contains("header")) {
            return "what the receiver answered is no HTTP";
        }
        return "the receiver was not reached: " + message;
    }

    private static String message(@Nullable Throwable failure) {
        String words = failure == null ? "" : String.valueOf(failure.getMessage());
        String shown = words.replaceAll("\\p{Cntrl}+", " ");
        return shown.substring(0, Math.min(shown.length(), MOST_SHOWN));
    }

    private static <T extends Throwable> Optional<T> find(@Nullable Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
