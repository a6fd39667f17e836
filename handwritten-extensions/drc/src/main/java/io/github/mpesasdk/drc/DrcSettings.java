package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.model.DrcLanguage;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What a client was built with. */
record DrcSettings(DrcLoginInput login, DrcAccounts accounts, DrcLanguage language, Clock clock) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Africa/Kinshasa"));

    /** The time as requests carry it. */
    String now() {
        return TIME.format(clock.instant());
    }
}
