package io.github.mpesasdk.journal.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the SDK warns of on the thread of this test, as somebody reads it who has the log, until this is closed. */
final class Warnings implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("io.github.mpesasdk");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final long thread = Thread.currentThread().getId();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().equals(Level.WARNING) && entry.getLongThreadID() == thread) {
                lines.add(new SimpleFormatter().formatMessage(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Warnings() {}

    static Warnings heard() {
        Warnings warnings = new Warnings();
        LOG.addHandler(warnings.handler);
        return warnings;
    }

    List<String> of(String words) {
        return lines.stream().filter(line -> line.contains(words)).toList();
    }

    @Override
    public void close() {
        LOG.removeHandler(handler);
    }
}
