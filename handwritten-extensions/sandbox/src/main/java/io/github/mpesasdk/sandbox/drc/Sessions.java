package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may log in, and their sessions. A new session leaves the older ones alone. */
final class Sessions {

    private final Clock clock;
    private final Duration usualLifetime;
    private final RandomText random;
    private final Map<String, DrcLogin> logins = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile Duration lifetime;

    Sessions(Clock clock, Duration usualLifetime, RandomText random) {
        this.clock = clock;
        this.usualLifetime = usualLifetime;
        this.lifetime = usualLifetime;
        this.random = random;
    }

    DrcLogin add(String name) {
        DrcLogin login = new DrcLogin(name, random.letters(8), random.letters(16));
        logins.put(login.username(), login);
        return login;
    }

    Optional<DrcLogin> byCredentials(String username, String password) {
        return Optional.ofNullable(logins.get(username))
                .filter(login -> login.password().equals(password));
    }

    String open(DrcLogin login) {
        String id = random.hex(16);
        sessions.put(id, new Session(login, clock.instant().plus(lifetime)));
        return id;
    }

    /** Whose session this is, if it is not yet over. */
    Optional<DrcLogin> bySession(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(sessions::get)
                .filter(session -> clock.instant().isBefore(session.endsAt()))
                .map(Session::login);
    }

    void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    void expireAll() {
        sessions.clear();
    }

    /** Forgets the settings; logins and sessions stay. */
    void reset() {
        lifetime = usualLifetime;
    }

    private record Session(DrcLogin login, Instant endsAt) {}
}
