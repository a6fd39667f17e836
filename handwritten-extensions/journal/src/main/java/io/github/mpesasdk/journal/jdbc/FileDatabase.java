package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.JournalException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An H2 database in a file, opened by this process alone. One connection keeps it open until it is closed. */
final class FileDatabase implements DataSource, AutoCloseable {

    private static final String DRIVER = "org.h2.Driver";

    private final String url;
    private final Connection holder;

    private FileDatabase(String url, Connection holder) {
        this.url = url;
        this.holder = holder;
    }

    static FileDatabase open(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new IllegalArgumentException("the path of a journal may not contain a semicolon");
        }
        try {
            Class.forName(DRIVER);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "JdbcJournal.file(...) needs H2: add com.h2database:h2, 2.2 or newer, or give a DataSource to"
                            + " JdbcJournal.over(...).",
                    missing);
        }
        // A thread that is interrupted while it writes closes other files for all threads, and their lock is gone too.
        // What H2 would write beside the file, in journal.trace.db, is in the exceptions as well, and may hold values.
        String url = "jdbc:h2:async:" + path + ";LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0";
        try {
            return new FileDatabase(url, DriverManager.getConnection(url));
        } catch (SQLException failure) {
            JournalException explained = Failures.explain("opening its file", failure);
            throw new JournalException(
                    explained.getMessage() + " Another process may have it open; for several, use a database server.",
                    Objects.requireNonNull(explained.getCause()));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("it has no users");
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (SQLException failure) {
            throw Failures.explain("closing its file", failure);
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // It writes no log.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Opening a file waits for nobody.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("it writes no log");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("it wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
