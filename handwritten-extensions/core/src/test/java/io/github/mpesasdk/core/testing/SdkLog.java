package io.github.mpesasdk.core.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything that the SDK logs during a test, at every level, as somebody reads it who has the log. */
public final class SdkLog implements BeforeEachCallback, AfterEachCallback {

    private static final Logger LOG = Logger.getLogger("io.github.mpesasdk");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        lines.clear();
        listener.setLevel(Level.ALL);
        LOG.setLevel(Level.ALL);
        LOG.addHandler(listener);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // The level stays: another class may be listening at the same time.
        LOG.removeHandler(listener);
    }

    /** What was logged so far. */
    public String text() {
        return String.join("", lines);
    }
}
