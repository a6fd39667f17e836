package io.github.mpesasdk.journal.jdbc;

class MariaDbJournalTest extends JdbcContract {

    @Override
    TestDatabase database() {
        return TestDatabase.MARIADB;
    }
}
