package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for each test class, as a parameter of its constructor; JUnit closes it after the last test. */
final class BrowserExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        assumeTrue(
                Browser.isInstalled(),
                "Chromium or its driver is not installed (Debian's packages chromium and chromium-driver):"
                        + " nobody looks at the page");
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Browser.class, key -> open(), Browser.class);
    }

    private static Browser open() {
        try {
            return Browser.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the browser opened", e);
        }
    }
}
