package io.github.mpesasdk.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The endpoints under which gateways report, in an application with Spring MVC. */
@AutoConfiguration(after = MpesaAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
public class MpesaCallbackAutoConfiguration {

    // Before the controllers of the application, one of which may take every path.
    private static final int ORDER = -10;

    /** For Spring. */
    MpesaCallbackAutoConfiguration() {}

    @Bean
    SimpleUrlHandlerMapping mpesaCallbacks(ObjectProvider<ManagedClient<?, ?, ?>> clients, MpesaProperties properties) {
        int maxBody = Math.toIntExact(properties.callbacks().maxBody().toBytes());
        Map<String, HttpRequestHandler> endpoints = new LinkedHashMap<>();
        for (ManagedClient<?, ?, ?> client : clients.orderedStream().toList()) {
            CallbackEndpoint endpoint = new CallbackEndpoint(client, maxBody);
            for (String pattern : List.of(client.path(), client.path() + "/**")) {
                if (endpoints.put(pattern, endpoint) != null) {
                    throw new InvalidPropertiesException(
                            List.of(new SettingProblems(client.tenant().prefix()).name("callbacks.path")
                                    + " must be another than that of any other client"),
                            null);
                }
            }
        }
        return new SimpleUrlHandlerMapping(endpoints, ORDER);
    }
}
