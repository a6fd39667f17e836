package io.github.mpesasdk.journal.jdbc;

class H2JournalTest extends JdbcContract {

    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
