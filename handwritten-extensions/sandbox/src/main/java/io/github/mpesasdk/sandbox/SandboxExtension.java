package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit 5 tests a sandbox: one for each test class, nested classes included, begun anew before each test. Take it
 * as a parameter of type {@link Sandbox}, or of the type of a market, such as {@link KenyaSandbox}.
 *
 * <p>{@code @ExtendWith(SandboxExtension.class)} starts it with the defaults; register {@code new SandboxExtension(()
 * -> Sandbox.builder()...start())} in a static field to start it otherwise.
 */
public final class SandboxExtension implements ParameterResolver, BeforeEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SandboxExtension.class);

    private static final Map<Class<?>, Function<Sandbox, Object>> MARKETS = Map.of(
            KenyaSandbox.class,
            Sandbox::kenya,
            VodacomSandbox.class,
            Sandbox::vodacom,
            MozambiqueSandbox.class,
            Sandbox::mozambique,
            DrcSandbox.class,
            Sandbox::drc);

    private final Supplier<Sandbox> starter;

    /** Starts sandboxes with the defaults. */
    public SandboxExtension() {
        this(Sandbox::start);
    }

    /** Starts sandboxes as the caller likes. */
    public SandboxExtension(Supplier<Sandbox> starter) {
        this.starter = starter;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandbox.class || MARKETS.containsKey(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Sandbox sandbox = store(context).getOrComputeIfAbsent(Sandbox.class, key -> starter.get(), Sandbox.class);
        Function<Sandbox, Object> market = MARKETS.get(parameter.getParameter().getType());
        return market == null ? sandbox : market.apply(sandbox);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Sandbox sandbox = store(context).get(Sandbox.class, Sandbox.class);
        if (sandbox != null) {
            sandbox.reset();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (outermost(context) == context) {
            Sandbox sandbox = store(context).remove(Sandbox.class, Sandbox.class);
            if (sandbox != null) {
                sandbox.close();
            }
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return outermost(context).getStore(NAMESPACE);
    }

    /** The context of the top-level test class, which nested classes and single tests share. */
    private static ExtensionContext outermost(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(SandboxExtension::outermost)
                .orElse(context);
    }
}
