package io.github.mpesasdk.survival;

import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Journal;

/** A journal whose every step is a checkpoint. */
record WatchedJournal(Journal journal, Checkpoints checkpoints, WatchedBook.Pause pause, String shop)
        implements Journal {

    @Override
    public Book book(String owner) {
        return new WatchedBook(journal.book(owner), checkpoints, pause, shop);
    }

    @Override
    public boolean isDurable() {
        return journal.isDurable();
    }

    @Override
    public TokenStore tokenStore() {
        return journal.tokenStore();
    }
}
