package io.github.mpesasdk.survival;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/** A connection pool, as small as one can be, that looks at the checkpoints before each commit. */
final class Pool {

    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource source;
    private final Runnable beforeCommit;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    Pool(DataSource source, Runnable beforeCommit) {
        this.source = source;
        this.beforeCommit = beforeCommit;
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, (self, method, values) -> switch (method.getName()) {
            case "getConnection" -> lend();
            case "toString" -> "Pool";
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Connection lend() throws SQLException {
        Connection pooled = idle.poll();
        while (pooled != null && !pooled.isValid(SECONDS_TO_ANSWER)) {
            pooled.close();
            pooled = idle.poll();
        }
        Connection connection = pooled == null ? source.getConnection() : pooled;
        return proxy(Connection.class, (self, method, values) -> {
            switch (method.getName()) {
                case "close" -> {
                    return takeBack(connection);
                }
                case "commit" -> beforeCommit.run();
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

    private Object takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.push(connection);
        }
        return Void.TYPE;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
