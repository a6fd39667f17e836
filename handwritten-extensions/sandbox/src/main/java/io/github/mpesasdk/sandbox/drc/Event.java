package io.github.mpesasdk.sandbox.drc;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request can mean, and where it is understood. */
enum Event {
    LOGIN("2500", "login", Event.INSIGHT, Set.of()),
    C2B("80049", "c2bPayment", Event.INSIGHT, Set.of()),
    B2C("12001", "b2cPayment", "/iPG/B2C", Set.of("TransactionDateTime"));

    static final String INSIGHT = "/insight/SOAPIn";

    final String id;
    final String operationId;
    final String path;
    private final Set<String> dates;

    Event(String id, String operationId, String path, Set<String> dates) {
        this.id = id;
        this.operationId = operationId;
        this.path = path;
        this.dates = dates;
    }

    static boolean knows(String path) {
        return Arrays.stream(values()).anyMatch(event -> event.path.equals(path));
    }

    static Optional<Event> of(String path, SoapRequest request) {
        return Arrays.stream(values())
                .filter(event -> event.path.equals(path) && event.id.equals(request.eventId()))
                .findFirst();
    }

    static Set<String> operationIds() {
        return Arrays.stream(values()).map(event -> event.operationId).collect(Collectors.toUnmodifiableSet());
    }

    /** The type of an item. */
    String typeOf(String item) {
        return dates.contains(item) ? "Date" : "String";
    }
}
