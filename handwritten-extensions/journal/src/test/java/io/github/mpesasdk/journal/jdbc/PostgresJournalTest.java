package io.github.mpesasdk.journal.jdbc;

class PostgresJournalTest extends JdbcContract {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
