package io.github.mpesasdk.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What all clients of the application share.
 *
 * @param callbacks where gateways report, and what proves it.
 * @param journal where payments are written down before they are sent.
 */
@ConfigurationProperties("mpesa")
public record MpesaProperties(
        @DefaultValue Callbacks callbacks, @DefaultValue Journal journal) {

    /**
     * The callbacks of all clients.
     *
     * @param url the public address of this application, for example {@code https://shop.example}.
     * @param key proves callbacks; at least 32 characters that nobody can guess, the same in all processes.
     * @param olderKeys keys that were used before, and still prove callbacks.
     * @param maxBody the largest body that the endpoint reads.
     */
    public record Callbacks(
            @Nullable URI url,
            @Nullable String key,
            @Nullable List<String> olderKeys,
            @DefaultValue("64KB") DataSize maxBody) {

        @Override
        public String toString() {
            return "Callbacks[url=" + url + ", maxBody=" + maxBody + "]";
        }
    }

    /**
     * The journal in a database; needs mpesa-journal-jdbc.
     *
     * @param key what it encrypts and digests with; at least 32 characters, the same in all processes. Without it,
     *     payments are kept in memory.
     * @param olderKeys keys that were used before, so that what they encrypted can be read.
     * @param dataSource the name of the bean to use, where the application has several data sources.
     * @param file an H2 database in a file instead of a data source, for one process alone; without the ending
     *     {@code .mv.db}.
     * @param createTables whether its tables are made, and brought up to date, at the start. Default: false.
     * @param keepFor how long settled payments are kept. Default: 90 days.
     * @param queryTimeout how long one statement may take. Default: five seconds.
     */
    public record Journal(
            @Nullable String key,
            @Nullable List<String> olderKeys,
            @Nullable String dataSource,
            @Nullable Path file,
            @DefaultValue("false") boolean createTables,
            @Nullable Duration keepFor,
            @Nullable Duration queryTimeout) {

        @Override
        public String toString() {
            return "Journal[dataSource=" + dataSource + ", file=" + file + ", createTables=" + createTables + "]";
        }
    }
}
