package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a market shall answer, word for word. Answers are queued for each operation, and one is used up by the next
 * request to that operation, whatever is in the request: nothing is processed, no fault strikes, no callback follows.
 * An answer is written as the {@code answer} of a conformance case, in JSON. Safe for use by several threads.
 */
public final class Answers {

    /** How many answers can wait for one operation. */
    static final int MOST = 1000;

    private static final long MOST_CHARACTERS = 2_000_000;

    private final Set<String> operations;
    private final Map<String, Deque<PlannedAnswer>> queued = new HashMap<>();
    private final Map<String, PlannedAnswer> lasting = new HashMap<>();

    Answers(Set<String> operations) {
        this.operations = new TreeSet<>(operations);
    }

    /**
     * Answers the next requests to an operation, one answer each.
     *
     * @param answers such as {@code {"status": 500, "body": {"errorCode": "500.001.1001"}}}
     * @throws IllegalArgumentException if the operation is unknown, an answer has not the form, or too many wait
     */
    public synchronized void next(String operationId, String... answers) {
        queue(operationId, read(operationId, answers));
    }

    /**
     * The same, and the last answer goes on until {@link #clear()}, as in a conformance case.
     *
     * @throws IllegalArgumentException if the operation is unknown, an answer has not the form, or too many wait
     */
    public synchronized void always(String operationId, String... answers) {
        List<PlannedAnswer> planned = read(operationId, answers);
        int last = planned.size() - 1;
        queue(operationId, planned.subList(0, last));
        lasting.put(operationId, planned.get(last));
    }

    /** Answers by itself again. */
    public synchronized void clear() {
        queued.clear();
        lasting.clear();
    }

    /** The answer to the request that is arriving now, which uses up a queued one; empty if none is planned. */
    synchronized Optional<PlannedAnswer> take(String operationId, MarketRequest request) {
        Deque<PlannedAnswer> queue = queued.get(operationId);
        PlannedAnswer next = queue == null ? null : queue.poll();
        return Optional.ofNullable(next == null ? lasting.get(operationId) : next)
                .map(planned -> planned.repeating(request));
    }

    private void queue(String operationId, List<PlannedAnswer> planned) {
        Deque<PlannedAnswer> queue = queued.computeIfAbsent(operationId, id -> new ArrayDeque<>());
        long characters = Stream.of(queue, planned)
                .flatMap(Collection::stream)
                .mapToLong(PlannedAnswer::length)
                .sum();
        if (queue.size() + planned.size() > MOST || characters > MOST_CHARACTERS) {
            throw new IllegalArgumentException("at most " + MOST + " answers wait for " + operationId + ", with "
                    + MOST_CHARACTERS + " characters; always lasts");
        }
        queue.addAll(planned);
    }

    private List<PlannedAnswer> read(String operationId, String... answers) {
        if (!operations.contains(operationId)) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + operations);
        }
        if (answers.length == 0) {
            throw new IllegalArgumentException("which answer?");
        }
        List<PlannedAnswer> planned = new ArrayList<>();
        for (String answer : answers) {
            planned.add(PlannedAnswer.read(answer));
        }
        return planned;
    }
}
