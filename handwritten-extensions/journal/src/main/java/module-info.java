import org.jspecify.annotations.NullMarked;

/** Payments that outlive the process, in a relational database, over plain JDBC. */
@NullMarked
@SuppressWarnings("opens") // The packages of the SQL files hold no class.
module io.github.mpesasdk.journal.jdbc {
    requires transitive io.github.mpesasdk.core;
    requires transitive java.sql;

    exports io.github.mpesasdk.journal.jdbc;

    // For the tools that run them.
    opens io.github.mpesasdk.journal.jdbc.h2;
    opens io.github.mpesasdk.journal.jdbc.mysql;
    opens io.github.mpesasdk.journal.jdbc.postgresql;
}
