package io.github.mpesasdk.spring;

import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.jdbc.JdbcJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/** The journal in the application's database, where mpesa-journal-jdbc is on the class path and has a key. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            // Of Spring Boot 3.
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(JdbcJournal.class)
@ConditionalOnProperty("mpesa.journal.key")
@EnableConfigurationProperties(MpesaProperties.class)
@ImportRuntimeHints(MpesaRuntimeHints.class)
public class MpesaJournalAutoConfiguration {

    private static final String JOURNAL = "mpesaJournal";
    private static final Map<String, String> PROPERTIES =
            Map.of("key", "key", "keepFor", "keep-for", "queryTimeout", "query-timeout");

    /** For Spring. */
    MpesaJournalAutoConfiguration() {}

    @Bean(name = JOURNAL, destroyMethod = "close")
    @ConditionalOnMissingBean(Journal.class)
    @DependsOnDatabaseInitialization // Flyway or Liquibase may make the tables.
    JdbcJournal mpesaJournal(MpesaProperties properties, ConfigurableListableBeanFactory beans) {
        MpesaProperties.Journal set = properties.journal();
        Path file = set.file();
        JdbcJournal.Builder builder = file == null ? JdbcJournal.over(dataSource(set, beans)) : JdbcJournal.file(file);
        List<String> older = set.olderKeys() == null ? List.of() : set.olderKeys();
        builder.key(set.key() == null ? "" : set.key(), older.toArray(String[]::new));
        if (set.keepFor() != null) {
            builder.keepFor(set.keepFor());
        }
        if (set.queryTimeout() != null) {
            builder.queryTimeout(set.queryTimeout());
        }
        if (set.createTables()) {
            builder.createTables();
        }
        return build(builder);
    }

    private static JdbcJournal build(JdbcJournal.Builder builder) {
        SettingProblems problems = new SettingProblems("mpesa.journal");
        try {
            JdbcJournal journal = problems.attempt(PROPERTIES, "key", builder::build);
            problems.done();
            return Objects.requireNonNull(journal);
        } catch (IllegalStateException noTables) {
            throw new InvalidPropertiesException(
                    List.of("mpesa.journal.create-tables may be needed: " + noTables.getMessage()), noTables);
        }
    }

    private static DataSource dataSource(MpesaProperties.Journal set, ConfigurableListableBeanFactory beans) {
        // The journal is closed before any of them, whichever it uses.
        for (String name : beans.getBeanNamesForType(DataSource.class, true, false)) {
            beans.registerDependentBean(name, JOURNAL);
        }
        @Nullable
        DataSource source = set.dataSource() != null
                ? beans.getBean(set.dataSource(), DataSource.class)
                : beans.getBeanProvider(DataSource.class).getIfUnique();
        if (source == null) {
            throw new InvalidPropertiesException(
                    List.of("mpesa.journal.key needs one data source: set spring.datasource.url, or"
                            + " mpesa.journal.data-source to the name of a bean, or mpesa.journal.file"),
                    null);
        }
        return source;
    }
}
