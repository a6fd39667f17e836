package io.github.mpesasdk.sandbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where callbacks may go beside loopback, and how often they are tried.
 *
 * @param hosts names in lower case
 * @param anyCertificate whether receivers over https are believed whatever they show
 * @param attempts how often a callback is tried that fails
 * @param pause between two attempts
 */
record CallbackSettings(Set<String> hosts, boolean anyCertificate, int attempts, Duration pause) {

    /**
     * Loopback alone, and one attempt: what the operators print is that they do not try again, and of more nobody has
     * shown a record.
     */
    static CallbackSettings usual() {
        return new CallbackSettings(Set.of(), false, 1, Duration.ofSeconds(1));
    }

    CallbackSettings with(String... more) {
        Set<String> all = new TreeSet<>(hosts);
        for (String host : more) {
            if (!host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")) {
                throw new IllegalArgumentException(
                        "callbackHosts must be names or addresses without scheme, port and path;" + " \"" + host
                                + "\" is none");
            }
            all.add(host.toLowerCase(Locale.ROOT));
        }
        return new CallbackSettings(Set.copyOf(all), anyCertificate, attempts, pause);
    }

    CallbackSettings withAnyCertificate() {
        return new CallbackSettings(hosts, true, attempts, pause);
    }

    CallbackSettings tried(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a callback is tried at least once, not " + times + " times");
        }
        return new CallbackSettings(hosts, anyCertificate, times, pause);
    }

    CallbackSettings pausing(Duration between) {
        return new CallbackSettings(hosts, anyCertificate, attempts, between);
    }
}
