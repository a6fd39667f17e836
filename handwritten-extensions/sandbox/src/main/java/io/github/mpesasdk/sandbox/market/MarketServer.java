package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Answers;
import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the server keeps for a market.
 *
 * @param address where it listens
 * @param faults how the market misbehaves
 * @param answers what the market was told to answer
 * @param journal what was received and sent
 * @param quiet waits until no callback is due, and says whether it came to that in time
 * @param redeliver sends a callback again, by its id
 */
public record MarketServer(
        Supplier<URI> address,
        Faults faults,
        Answers answers,
        Journal journal,
        Predicate<Duration> quiet,
        Consumer<String> redeliver) {}
