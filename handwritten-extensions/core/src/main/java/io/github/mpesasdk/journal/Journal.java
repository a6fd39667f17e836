package io.github.mpesasdk.journal;

import io.github.mpesasdk.TokenStore;
import java.time.Clock;

/**
 * Where payments are written down. Give one to a client's builder, and to every client of every process of yours that
 * handles the same payments: what one of them sent, each of them can settle, and after a restart nothing is forgotten.
 *
 * <p>The default keeps things in memory, so a restart forgets. For a database see {@code JdbcJournal} in the artifact
 * {@code mpesa-journal-jdbc}. Thread-safe.
 */
public interface Journal {

    /**
     * A journal that lives as long as the process. It forgets payments half a day to a day after they were settled, and
     * what no listener asks for after a day. What is open or needs a person stays until it is settled.
     */
    static Journal inMemory() {
        return new MemoryJournal(Clock.systemUTC());
    }

    /**
     * The part that belongs to one merchant at one API; others do not see it.
     *
     * @param owner for example {@code kenya/production/174379}; at most 120 characters
     */
    Book book(String owner);

    /** Whether what is written outlives the process. */
    boolean isDurable();

    /** Where tokens are kept, so that all processes share them. */
    TokenStore tokenStore();
}
