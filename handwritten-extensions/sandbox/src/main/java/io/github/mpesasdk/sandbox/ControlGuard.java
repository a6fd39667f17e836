package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.RandomText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may steer the sandbox. On loopback that is every program of this machine, but no page of another site that a
 * browser of this machine happens to show: its requests name a foreign {@code Origin}, or after a change of its name's
 * address a foreign {@code Host}. Elsewhere it is who has the token.
 */
final class ControlGuard {

    /** How callbacks call themselves, so that none that is addressed to the controls steers. */
    static final String CALLBACK = "mpesa-sandbox-callback";

    private static final int TOKEN_LENGTH = 32;
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final @Nullable String token;
    private final boolean onLoopback;

    private ControlGuard(@Nullable String token, boolean onLoopback) {
        this.token = token;
        this.onLoopback = onLoopback;
    }

    /** A guard that wants a token where somebody gave one, or where other machines come in. */
    static ControlGuard of(String host, @Nullable String token) {
        boolean onLoopback = Loopback.isHost(host);
        return new ControlGuard(
                token != null || onLoopback ? token : new RandomText().letters(TOKEN_LENGTH), onLoopback);
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** What is wrong with the sender of a request; empty if it may steer. */
    Optional<String> objection(MarketRequest request) {
        if (CALLBACK.equals(request.header("User-Agent"))) {
            return Optional.of("the controls are not for callbacks");
        }
        String host = request.header("Host");
        if (onLoopback && (host == null || !Loopback.isHost(hostOf("http://" + host)))) {
            return Optional.of("the controls answer to localhost only, not to the name in Host");
        }
        String origin = request.header("Origin");
        if (origin != null
                && !origin.equalsIgnoreCase("http://" + host)
                && !origin.equalsIgnoreCase("https://" + host)) {
            return Optional.of("the controls are not for pages of another origin");
        }
        // A script of another site is fetched without an Origin, and could be read where it runs.
        String site = request.header("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            return Optional.of("the controls are not for pages of another site");
        }
        boolean known = token == null
                || request.authorization("bearer").filter(this::isToken).isPresent();
        return known ? Optional.empty() : Optional.of("the controls want the token: Authorization: Bearer ...");
    }

    private boolean isToken(String shown) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), String.valueOf(token).getBytes(StandardCharsets.UTF_8));
    }

    private static String hostOf(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
