package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.input.CallInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The passwords of STK requests. Those of the same second have the same, so the last one is kept. Thread-safe. */
final class StkPasswords {

    private final Clock clock;
    private volatile @Nullable Kept last;

    private record Kept(StkAccount account, long second, StkPassword password) {}

    StkPasswords(Clock clock) {
        this.clock = clock;
    }

    /** The password of a request, and its time beside it; for a time that the caller said, if he said one. */
    String of(StkAccount account, CallInput input) {
        Optional<String> said = input.text("Timestamp");
        StkPassword password = said.isPresent() ? account.passwordAt(said.get()) : ofNow(account);
        input.put("Timestamp", password.timestamp());
        return password.password();
    }

    private StkPassword ofNow(StkAccount account) {
        Instant now = clock.instant();
        Kept kept = last;
        if (kept == null || !kept.account().equals(account) || kept.second() != now.getEpochSecond()) {
            kept = new Kept(account, now.getEpochSecond(), account.passwordAt(now));
            last = kept;
        }
        return kept.password();
    }
}
