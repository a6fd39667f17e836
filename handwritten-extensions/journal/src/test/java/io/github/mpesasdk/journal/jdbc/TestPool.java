package io.github.mpesasdk.journal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool as applications have them: it hands its connections out again, and notices what was left on them. */
final class TestPool {

    private final DataSource source;
    private final boolean autoCommit;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger out = new AtomicInteger();
    private final AtomicInteger statements = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Runnable> beforeCommit = new AtomicReference<>();
    private volatile boolean isAway;
    private volatile int failAfter = Integer.MAX_VALUE;

    TestPool(DataSource source, boolean autoCommit) {
        this.source = source;
        this.autoCommit = autoCommit;
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, (self, method, values) -> switch (method.getName()) {
            case "getConnection" -> lend();
            case "toString" -> "TestPool";
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** How many statements were prepared so far. */
    int statements() {
        return statements.get();
    }

    int lent() {
        return out.get();
    }

    /** What was left behind on connections. */
    Queue<String> faults() {
        return faults;
    }

    void away(boolean away) {
        isAway = away;
    }

    /** The statement after so many fails, as if the connection broke. */
    void failAfter(int count) {
        failAfter = count == Integer.MAX_VALUE ? count : statements.get() + count;
    }

    /** What happens meanwhile, just before the next transaction is committed. */
    void beforeNextCommit(Runnable meanwhile) {
        beforeCommit.set(meanwhile);
    }

    private Connection lend() throws SQLException {
        if (isAway) {
            // A port on which nobody listens.
            return java.sql.DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=2", "x", "y");
        }
        Connection pooled = idle.poll();
        Connection connection = pooled == null ? source.getConnection() : pooled;
        connection.setAutoCommit(autoCommit);
        int isolation = connection.getTransactionIsolation();
        if (!autoCommit) {
            connection.commit();
        }
        out.incrementAndGet();
        return proxy(Connection.class, (self, method, values) -> {
            switch (method.getName()) {
                case "close" -> {
                    take(connection, isolation);
                    return null;
                }
                case "prepareStatement" -> {
                    if (statements.incrementAndGet() > failAfter) {
                        throw new SQLException("connection to +254708374149 broke", "08006");
                    }
                }
                case "commit" -> {
                    Runnable meanwhile = beforeCommit.getAndSet(null);
                    if (meanwhile != null) {
                        meanwhile.run();
                    }
                }
                default -> {
                    // As it is.
                }
            }
            try {
                return method.invoke(connection, values);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private void take(Connection connection, int isolation) throws SQLException {
        out.decrementAndGet();
        if (connection.getAutoCommit() != autoCommit) {
            faults.add("autocommit is " + connection.getAutoCommit());
        }
        if (connection.getTransactionIsolation() != isolation) {
            faults.add("isolation is " + connection.getTransactionIsolation());
        }
        if (!autoCommit) {
            connection.rollback();
        }
        idle.add(connection);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
