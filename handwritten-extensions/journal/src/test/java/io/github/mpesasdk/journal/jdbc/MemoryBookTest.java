package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.Journal;

/** The journal in memory keeps the same contract. */
class MemoryBookTest extends BookContract {

    private static final Journal JOURNAL = Journal.inMemory();

    @Override
    Journal journal() {
        return JOURNAL;
    }
}
