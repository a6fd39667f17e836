package io.github.mpesasdk.spring.test;

import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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

    // Systems give out none of these by themselves, by default, so one that is free stays so until it is opened.
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_TRIES = 100;
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
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port of this machine can be opened");
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
