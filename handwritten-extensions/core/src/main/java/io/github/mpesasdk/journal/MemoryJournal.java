package io.github.mpesasdk.journal;

import io.github.mpesasdk.TokenStore;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that lives as long as the process. Thread-safe. */
final class MemoryJournal implements Journal {

    private final Clock clock;
    private final Map<String, Book> books = new ConcurrentHashMap<>();
    private final TokenStore tokens = TokenStore.inMemory();

    MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Book book(String owner) {
        return books.computeIfAbsent(owner, name -> new MemoryBook(clock));
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public TokenStore tokenStore() {
        return tokens;
    }
}
