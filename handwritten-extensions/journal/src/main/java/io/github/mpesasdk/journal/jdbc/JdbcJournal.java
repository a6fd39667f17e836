package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a relational database: PostgreSQL, MySQL, MariaDB or H2. All processes that share a database, and the
 * key, share its payments. Thread-safe; connections come from the caller's {@link DataSource}, one for each piece of
 * work, and every piece of work is short.
 *
 * <pre>{@code
 * Journal journal = JdbcJournal.over(dataSource).key(System.getenv("JOURNAL_KEY")).createTables().build();
 * }</pre>
 */
public final class JdbcJournal implements Journal, AutoCloseable {

    private static final String JOURNAL = "JdbcJournal";
    private static final int LONGEST_OWNER = 120;

    private final Database database;
    private final Vault vault;
    private final Retention retention;
    private final TokenStore tokens;
    private final @Nullable FileDatabase file;
    private final Map<String, Book> books = new ConcurrentHashMap<>();

    private JdbcJournal(Database database, Vault vault, Duration keepFor, @Nullable FileDatabase file) {
        this.database = database;
        this.vault = vault;
        this.retention = new Retention(database, keepFor);
        this.tokens = new JdbcTokenStore(database, vault);
        this.file = file;
    }

    /**
     * A journal in a database of the caller's. The data source must not take part in transactions of the application:
     * what is written before a payment is sent has to be there whatever happens afterwards.
     */
    public static Builder over(DataSource source) {
        Given.needed(JOURNAL, "data source", source);
        return new Builder(() -> source);
    }

    /**
     * A journal in a file, for one process: an embedded H2 database, which has to be on the class path. Its tables are
     * made if they are not there.
     *
     * @param file without the ending {@code .mv.db}, which H2 adds
     */
    public static Builder file(Path file) {
        Given.needed(JOURNAL, "file", file);
        return new Builder(() -> FileDatabase.open(file)).createTables();
    }

    @Override
    public Book book(String owner) {
        if (owner.isEmpty() || owner.length() > LONGEST_OWNER) {
            throw new IllegalArgumentException("an owner has 1 to " + LONGEST_OWNER + " characters");
        }
        return books.computeIfAbsent(owner, name -> new JdbcBook(name, database, vault, retention));
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public TokenStore tokenStore() {
        return tokens;
    }

    /** Closes the file of {@link #file}. A data source stays open: it is the caller's. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    /** Settings of a journal. */
    public static final class Builder {

        private static final int SHORTEST_KEY = 32;

        private final Supplier<DataSource> source;
        private final List<String> keys = new ArrayList<>();
        private Duration keepFor = Duration.ofDays(90);
        private Duration queryTimeout = Duration.ofSeconds(5);
        private boolean isToCreateTables;

        private Builder(Supplier<DataSource> source) {
            this.source = source;
        }

        /**
         * What the journal encrypts and digests with; needed. All processes have the same.
         *
         * @param key at least 32 characters, random, kept as secret as a password and apart from the database
         * @param older keys that were used before, so that what they encrypted can be read
         */
        public Builder key(String key, String... older) {
            Given.needed(JOURNAL, "key", key);
            Given.to(JOURNAL, "key").withAll("older key", older).check();
            keys.clear();
            keys.add(key);
            keys.addAll(List.of(older));
            return this;
        }

        /**
         * How long settled payments and received money are kept, and no longer; 90 days, and at least one. What no
         * listener has heard by then is deleted as well, and the log warns of how much that was. A payment that is open
         * is never deleted, nor one that needs a person: it stays until it is settled.
         */
        public Builder keepFor(Duration time) {
            this.keepFor = Given.value(JOURNAL, "keepFor", time);
            return this;
        }

        /** How long one statement may take; five seconds, and at least one. */
        public Builder queryTimeout(Duration time) {
            this.queryTimeout = Given.value(JOURNAL, "queryTimeout", time);
            return this;
        }

        /** Makes the tables, or brings older ones up to date; the database user needs the right to do so. */
        public Builder createTables() {
            this.isToCreateTables = true;
            return this;
        }

        /**
         * Builds the journal.
         *
         * @throws InvalidInputException if a setting is wrong
         * @throws IllegalStateException if the tables are missing or of another version
         * @throws io.github.mpesasdk.journal.JournalException if the database cannot be reached
         */
        public JdbcJournal build() {
            check();
            DataSource opened = source.get();
            FileDatabase file = opened instanceof FileDatabase own ? own : null;
            try {
                return over(opened, file);
            } catch (RuntimeException useless) {
                if (file != null) {
                    file.close();
                }
                throw useless;
            }
        }

        private JdbcJournal over(DataSource opened, @Nullable FileDatabase file) {
            Database database = Database.over(opened, queryTimeout);
            Schema schema = new Schema(database);
            if (isToCreateTables) {
                schema.update();
            }
            schema.check();
            return new JdbcJournal(database, Vault.open(database, new Sealer(keys)), keepFor, file);
        }

        private static InvalidInputException refused(String setting, String rule) {
            return new InvalidInputException(JOURNAL, setting, rule);
        }

        private void check() {
            if (keys.isEmpty()) {
                throw refused("key", "is needed: give it with key(...)");
            }
            if (keys.stream().anyMatch(key -> key.strip().length() < SHORTEST_KEY)) {
                throw refused(
                        "key",
                        "must have at least " + SHORTEST_KEY
                                + " characters that nobody can guess, for example from: openssl rand -hex 32");
            }
            if (keepFor.compareTo(Duration.ofDays(1)) < 0) {
                throw refused("keepFor", "must be at least one day: repetitions come that late");
            }
            if (queryTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
                throw refused("queryTimeout", "must be at least one second");
            }
        }
    }
}
