package io.github.mpesasdk.runtime;

import java.util.Set;

/**
 * How a gateway with one address for all calls tells them apart: by a number in the message; the spec's
 * {@code x-event}.
 *
 * @param id the number, for example {@code 80049}
 * @param dates fields that the gateway's own list of types calls dates; all others are strings
 */
public record Event(String id, Set<String> dates) {

    public Event {
        dates = Set.copyOf(dates);
    }
}
