package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.jdbc.JdbcJournal;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class JournalAndShutdownTest {

    private static final Sandbox SANDBOX = Sandbox.start();
    private static final List<String> CLOSED = new ArrayList<>();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MpesaAutoConfiguration.class, MpesaJournalAutoConfiguration.class))
            .withPropertyValues(
                    "mpesa.journal.key=fedcba9876543210fedcba9876543210",
                    "mpesa.journal.create-tables=true",
                    "mpesa.callbacks.url=http://127.0.0.1:9",
                    "mpesa.callbacks.key=0123456789abcdef0123456789abcdef",
                    "mpesa.kenya.url=" + SANDBOX.kenya().baseUrl(),
                    "mpesa.kenya.consumer-key=" + SANDBOX.kenya().consumerKey(),
                    "mpesa.kenya.consumer-secret=" + SANDBOX.kenya().consumerSecret(),
                    "mpesa.kenya.pay-bill=" + SANDBOX.kenya().payBill(),
                    "mpesa.kenya.passkey=" + SANDBOX.kenya().passkey());

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    /** A database that tells when it is closed. */
    static final class Database extends DelegatingDataSource implements AutoCloseable {

        private final JdbcConnectionPool pool;

        Database() {
            this(JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime(), "", ""));
        }

        private Database(JdbcConnectionPool pool) {
            super(pool);
            this.pool = pool;
        }

        @Override
        public void close() {
            CLOSED.add("database");
            pool.dispose();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Storage {

        @Bean(destroyMethod = "close")
        Database database() {
            return new Database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        AutoCloseable closingAfterTheClients(Daraja daraja) {
            return () -> {
                try {
                    daraja.verify();
                    CLOSED.add("listener, the client works");
                } catch (MpesaException closed) {
                    CLOSED.add("listener, the client is closed");
                }
            };
        }
    }

    @Test
    void thePaymentIsInTheDatabaseOfTheApplication() {
        application.withUserConfiguration(Storage.class).run(context -> {
            assertInstanceOf(JdbcJournal.class, context.getBean(Journal.class));

            Payment<?> sent = context.getBean(Daraja.class)
                    .stk()
                    .push(push ->
                            push.amount(1).from("0708 374 149").reference("INV").description("Tea"));

            assertEquals("stkPush", sent.reference().operation());
            try (var connection = context.getBean(DataSource.class).getConnection();
                    var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM mpesa_payment")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
            }
        });
    }

    @Test
    void theClientsAreClosedBeforeTheDatabase() {
        CLOSED.clear();

        application.withUserConfiguration(Listening.class, Storage.class).run(context -> {});

        assertEquals(List.of("listener, the client is closed", "database"), CLOSED);
    }

    @Test
    void aJournalWithoutADatabaseOrAProperKeySaysWhatIsMissing() {
        application.run(context -> assertTrue(
                rootMessage(context).contains("mpesa.journal.key needs one data source: set spring.datasource.url")));
        application
                .withUserConfiguration(Storage.class)
                .withPropertyValues("mpesa.journal.key=short")
                .run(context -> assertTrue(
                        rootMessage(context).contains("mpesa.journal.key must have at least 32 characters")));
        application
                .withUserConfiguration(Storage.class)
                .withPropertyValues("mpesa.journal.create-tables=false")
                .run(context -> assertTrue(
                        rootMessage(context).contains("mpesa.journal.create-tables may be needed: "),
                        () -> rootMessage(context)));
        application
                .withUserConfiguration(Storage.class)
                .withPropertyValues("mpesa.callbacks.key=")
                .run(context ->
                        assertTrue(rootMessage(context).contains("mpesa.callbacks.key "), () -> rootMessage(context)));
    }

    private static String rootMessage(ApplicationContextAssertProvider<?> context) {
        Throwable cause = Objects.requireNonNull(context.getStartupFailure());
        while (cause.getCause() != null && !(cause instanceof InvalidPropertiesException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
