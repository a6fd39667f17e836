package io.github.mpesasdk.spring.test;

import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the sandbox of one context, and stops it with that context. */
final class SandboxCustomizer implements ContextCustomizer {

    static final String SANDBOX = "mpesaSandbox";
    private static final String PORT = "server.port";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Sandbox sandbox = Sandbox.start();
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> properties = new LinkedHashMap<>();
        SandboxProperties.of(environment, sandbox).forEach(properties::put);
        // The address of callbacks has to be known before the server has found a port of its own.
        if ("0".equals(environment.getProperty(PORT))) {
            properties.put(PORT, freePort());
        }
        Object port = properties.getOrDefault(PORT, environment.getProperty(PORT, "8080"));
        properties.put(
                "mpesa.callbacks.url",
                "http://127.0.0.1:" + port + environment.getProperty("server.servlet.context-path", ""));
        properties.put("mpesa.callbacks.key", UUID.randomUUID() + "-" + UUID.randomUUID());
        environment.getPropertySources().addFirst(new MapPropertySource("mpesa sandbox", properties));
        register(context.getBeanFactory(), sandbox);
    }

    private static void register(ConfigurableListableBeanFactory beans, Sandbox sandbox) {
        beans.registerSingleton(SANDBOX, sandbox);
        beans.registerSingleton("mpesaSandboxKenya", sandbox.kenya());
        beans.registerSingleton("mpesaSandboxVodacom", sandbox.vodacom());
        beans.registerSingleton("mpesaSandboxMozambique", sandbox.mozambique());
        beans.registerSingleton("mpesaSandboxDrc", sandbox.drc());
        // Made first, so stopped last: the clients of the application may still want to ask something.
        DisposableBean stop = sandbox::close;
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean(SANDBOX, stop);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // All tests that want one share a context, and the sandbox in it, if they have all else in common.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SandboxCustomizer;
    }

    @Override
    public int hashCode() {
        return SandboxCustomizer.class.hashCode();
    }
}
