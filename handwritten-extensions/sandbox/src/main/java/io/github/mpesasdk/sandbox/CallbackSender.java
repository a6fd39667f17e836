package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Callback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Posts callbacks to this machine and to allowed hosts, and calls nothing else: no redirect, and no proxy either. */
final class CallbackSender {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** How much longer a whole answer may take than its head. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Set<String> hosts;
    private final Supplier<SSLContext> trust;

    /** Made for the first callback, because trust stores are read and keys are made for them. */
    private @Nullable HttpClient plain;

    private @Nullable HttpClient secure;

    /**
     * A sender.
     *
     * @param hosts where callbacks may go beside loopback, in lower case
     * @param trust whose certificates are good enough
     */
    CallbackSender(Set<String> hosts, Supplier<SSLContext> trust) {
        this.hosts = Set.copyOf(hosts);
        this.trust = trust;
    }

    /** Sends it once. */
    Sending send(Callback callback, Duration timeout) throws InterruptedException {
        URI address;
        try {
            address = URI.create(callback.url());
        } catch (IllegalArgumentException e) {
            return Sending.not(Delivery.Outcome.UNDELIVERABLE, "the address is none");
        }
        if ("mailto".equalsIgnoreCase(address.getScheme())) {
            return Sending.not(Delivery.Outcome.MAIL, "it goes by mail, and the sandbox sends none");
        }
        if (!isAllowed(address)) {
            return Sending.not(
                    Delivery.Outcome.UNDELIVERABLE,
                    "nothing was called, because the sandbox calls this machine only; the setting callbackHosts allows"
                            + " other hosts");
        }
        try {
            return post(callback, address, timeout);
        } catch (IllegalArgumentException e) {
            return Sending.not(Delivery.Outcome.UNDELIVERABLE, "the address cannot be called");
        }
    }

    private Sending post(Callback callback, URI address, Duration timeout) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", callback.contentType())
                .header("User-Agent", ControlGuard.CALLBACK)
                .POST(HttpRequest.BodyPublishers.ofString(callback.body(), StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<String>> sending =
                client(address).sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return Sending.answered(sending.get(timeout.plus(REST).toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Sending.not(Delivery.Outcome.UNREACHABLE, SendingFailure.words(e.getCause(), timeout));
        } catch (TimeoutException e) {
            return Sending.not(
                    Delivery.Outcome.UNREACHABLE,
                    "the answer began and did not end within " + SendingFailure.words(timeout.plus(REST)));
        } finally {
            sending.cancel(true);
        }
    }

    private boolean isAllowed(URI address) {
        if (Loopback.is(address)) {
            return true;
        }
        String scheme = address.getScheme();
        String host = address.getHost();
        return scheme != null
                && host != null
                && scheme.toLowerCase(Locale.ROOT).matches("https?")
                && hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private synchronized HttpClient client(URI address) {
        if (address.getScheme().equalsIgnoreCase("https")) {
            if (secure == null) {
                secure = builder().sslContext(trust.get()).build();
            }
            return secure;
        }
        if (plain == null) {
            plain = builder().build();
        }
        return plain;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT);
    }

    /**
     * What became of one attempt.
     *
     * @param reason why it failed; empty if it did not
     * @param answer of the receiver, with any status
     */
    record Sending(Delivery.Outcome outcome, String reason, Optional<HttpResponse<String>> answer) {

        private static final int OK = 200;
        private static final int REDIRECT = 300;
        private static final int CLIENT_ERROR = 400;

        static Sending not(Delivery.Outcome outcome, String reason) {
            return new Sending(outcome, reason, Optional.empty());
        }

        static Sending answered(HttpResponse<String> answer) {
            return new Sending(Delivery.Outcome.DELIVERED, reason(answer.statusCode()), Optional.of(answer));
        }

        boolean mayBeTriedAgain() {
            return !reason.isEmpty()
                    && (outcome == Delivery.Outcome.DELIVERED || outcome == Delivery.Outcome.UNREACHABLE);
        }

        int status() {
            return answer.map(HttpResponse::statusCode).orElse(0);
        }

        private static String reason(int status) {
            if (status >= OK && status < REDIRECT) {
                return "";
            }
            return "the receiver answered with status " + status
                    + (status >= REDIRECT && status < CLIENT_ERROR ? ", and redirects are not followed" : "");
        }
    }
}
