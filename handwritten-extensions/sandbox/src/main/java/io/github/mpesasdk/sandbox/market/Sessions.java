package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may call a gateway, and the tokens or sessions with which they do. A new one leaves the older ones of its caller
 * alone, and of 10,000 the oldest makes room. Safe for use by several threads.
 *
 * @param <A> a caller: an app, or somebody who logs in
 */
public final class Sessions<A> {

    private final Clock clock;
    private final Duration usualLifetime;
    private final Map<String, A> callers = new ConcurrentHashMap<>();
    private final LatestMap<String, Session<A>> sessions = new LatestMap<>((id, session) -> id.length());
    private volatile Duration activationDelay = Duration.ZERO;
    private volatile Duration lifetime;

    /** Sessions that last so long by a clock. */
    public Sessions(Clock clock, Duration usualLifetime) {
        this.clock = clock;
        this.usualLifetime = usualLifetime;
        this.lifetime = usualLifetime;
    }

    /** Lets somebody in under a key. */
    public A add(String key, A caller) {
        callers.put(key, caller);
        return caller;
    }

    /** Who comes with a key. */
    public Optional<A> byKey(String key) {
        return Optional.ofNullable(callers.get(key));
    }

    /** Opens a session under an id, for one market. That it is good for no other is inferred. */
    public String open(A caller, String market, String id) {
        Instant now = clock.instant();
        sessions.put(id, new Session<>(caller, market, now.plus(activationDelay), now.plus(lifetime)));
        return id;
    }

    /** Whose session this is, if it is live and not yet over. */
    public Optional<A> bySession(String id, String market) {
        Instant now = clock.instant();
        return sessions.get(id)
                .filter(session -> session.market().equals(market))
                .filter(session -> !now.isBefore(session.liveAt()) && now.isBefore(session.endsAt()))
                .map(Session::caller);
    }

    /** How long a session is refused at first that is opened from now on. */
    public void activationDelay(Duration delay) {
        activationDelay = delay;
    }

    /** How long a session lasts that is opened from now on. */
    public void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Ends every session. */
    public void expireAll() {
        sessions.clear();
    }

    /** Forgets the settings; callers and sessions stay. */
    public void reset() {
        activationDelay = Duration.ZERO;
        lifetime = usualLifetime;
    }

    private record Session<A>(A caller, String market, Instant liveAt, Instant endsAt) {}
}
