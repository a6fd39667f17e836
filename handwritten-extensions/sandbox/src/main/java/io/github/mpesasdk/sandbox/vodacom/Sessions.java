package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The applications and their sessions. A new session leaves the older ones of its application alone. */
final class Sessions {

    private static final int KEY_LENGTH = 32;

    private final Clock clock;
    private final Duration usualLifetime;
    private final RandomText random;
    private final Map<String, VodacomApp> apps = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile Duration activationDelay = Duration.ZERO;
    private volatile Duration lifetime;

    Sessions(Clock clock, Duration usualLifetime, RandomText random) {
        this.clock = clock;
        this.usualLifetime = usualLifetime;
        this.lifetime = usualLifetime;
        this.random = random;
    }

    VodacomApp add(String name) {
        VodacomApp app = new VodacomApp(name, random.letters(KEY_LENGTH));
        apps.put(app.apiKey(), app);
        return app;
    }

    /** The application that an API key belongs to. */
    Optional<VodacomApp> byKey(String apiKey) {
        return Optional.ofNullable(apps.get(apiKey));
    }

    /** Opens a session for one market. That it is good for no other is inferred. */
    String open(VodacomApp app, String market) {
        String id = random.letters(KEY_LENGTH);
        Instant live = clock.instant().plus(activationDelay);
        sessions.put(id, new Session(app, market, live, clock.instant().plus(lifetime)));
        return id;
    }

    /** The application whose session this is, if it is live and not yet over. */
    Optional<VodacomApp> bySession(String id, String market) {
        Instant now = clock.instant();
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.market().equals(market))
                .filter(session -> !now.isBefore(session.liveAt()) && now.isBefore(session.endsAt()))
                .map(Session::app);
    }

    void activationDelay(Duration delay) {
        activationDelay = delay;
    }

    void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    void expireAll() {
        sessions.clear();
    }

    /** Forgets the settings; applications and sessions stay. */
    void reset() {
        activationDelay = Duration.ZERO;
        lifetime = usualLifetime;
    }

    private record Session(VodacomApp app, String market, Instant liveAt, Instant endsAt) {}
}
