package io.github.mpesasdk.sandbox.kenya;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The apps and their access tokens. A new token leaves the older ones of its app alone. */
final class Tokens {

    /** The samples have 28 characters; some clients came to rely on it. */
    private static final int TOKEN_LENGTH = 28;

    private final Clock clock;
    private final Duration lifetime;
    private final Identifiers ids;
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    Tokens(Clock clock, Duration lifetime, Identifiers ids) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.ids = ids;
    }

    App add(App app) {
        apps.put(app.consumerKey(), app);
        return app;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(App app) {
        String token = ids.secret(TOKEN_LENGTH);
        issued.put(token, new Issued(app, clock.instant().plus(lifetime)));
        return token;
    }

    /** The app that a Basic header proves to be. */
    Optional<App> basic(@Nullable String authorization) {
        return credentials(authorization, "basic").map(Tokens::decoded).flatMap(pair -> {
            int colon = pair.indexOf(':');
            App claimed = colon < 0 ? new App(pair, "") : new App(pair.substring(0, colon), pair.substring(colon + 1));
            return Optional.ofNullable(apps.get(claimed.consumerKey())).filter(claimed::equals);
        });
    }

    /** The app whose living token a Bearer header carries. */
    Optional<App> bearer(@Nullable String authorization) {
        return credentials(authorization, "bearer")
                .map(issued::get)
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .map(Issued::app);
    }

    void expireAll() {
        issued.clear();
    }

    /** What follows the scheme in an Authorization header, if the scheme is this one. */
    static Optional<String> credentials(@Nullable String authorization, String scheme) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(scheme + " ")) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(scheme.length() + 1).trim());
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private record Issued(App app, Instant expiresAt) {}
}
