package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class HealthAndMetersTest {

    private static final String CUSTOMER = "0708374149";
    private static final Sandbox SANDBOX = Sandbox.start();
    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MpesaAutoConfiguration.class,
                    MpesaMetricsAutoConfiguration.class,
                    MpesaHealthAutoConfiguration.class))
            .withUserConfiguration(Watching.class)
            .withPropertyValues(
                    "mpesa.callbacks.url=http://127.0.0.1:9",
                    "mpesa.kenya.url=" + SANDBOX.kenya().baseUrl(),
                    "mpesa.kenya.consumer-key=" + SANDBOX.kenya().consumerKey(),
                    "mpesa.kenya.consumer-secret=" + SANDBOX.kenya().consumerSecret(),
                    "mpesa.kenya.pay-bill=" + SANDBOX.kenya().payBill(),
                    "mpesa.kenya.passkey=" + SANDBOX.kenya().passkey());

    @Configuration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ObservationRegistry observations() {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new ObservationHandler<>() {
                @Override
                public boolean supportsContext(Observation.Context context) {
                    return true;
                }

                @Override
                public void onEvent(Observation.Event event, Observation.Context context) {
                    EVENTS.add(event.getContextualName());
                }
            });
            return registry;
        }
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static Health health(CompositeHealthContributor all) {
        HealthIndicator kenya = assertInstanceOf(HealthIndicator.class, all.getContributor("kenya"));
        return Objects.requireNonNull(kenya.health());
    }

    @Test
    void healthIsATokenAndIsAskedOnceAMinute() {
        SANDBOX.reset();
        application.run(context -> {
            CompositeHealthContributor all = context.getBean(CompositeHealthContributor.class);

            assertEquals(Status.UP, health(all).getStatus());
            SANDBOX.kenya().faults().always("token", Fault.WRONG_CREDENTIALS);
            assertEquals(Status.UP, health(all).getStatus());

            assertEquals(1, SANDBOX.kenya().journal().count("token"));
        });
    }

    @Test
    void aGatewayThatRefusesIsDownAndNoSecretIsTold() {
        SANDBOX.reset();
        application
                .withPropertyValues("mpesa.kenya.consumer-secret=notTheSecret")
                .run(context -> {
                    Health health = health(context.getBean(CompositeHealthContributor.class));

                    assertEquals(Status.DOWN, health.getStatus());
                    assertEquals("RefusedException", health.getDetails().get("error"));
                    assertFalse(health.toString().contains("notTheSecret"));
                });
    }

    @Test
    void callsAreTimedWithoutAnythingPersonal() {
        SANDBOX.reset();
        EVENTS.clear();
        application.run(context -> {
            Daraja daraja = context.getBean(Daraja.class);
            ObservationRegistry observations = context.getBean(ObservationRegistry.class);
            SANDBOX.kenya().faults().next("stkPush", Fault.WRONG_CREDENTIALS);

            Observation.createNotStarted("request", observations)
                    .observe(() -> assertThrows(RefusedException.class, () -> push(daraja)));
            push(daraja);

            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertEquals(1, count(meters, "refused"));
            assertEquals(1, count(meters, "ok"));
            List<String> tags = meters.getMeters().stream()
                    .map(Meter::getId)
                    .flatMap(id -> id.getTags().stream())
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .distinct()
                    .toList();
            assertFalse(tags.toString().contains(CUSTOMER.substring(1)), tags::toString);
            assertTrue(EVENTS.contains("mpesa kenya stkPush sent"), EVENTS::toString);
            assertTrue(EVENTS.contains("mpesa kenya stkPush answered: refused"), EVENTS::toString);
        });
    }

    private static void push(Daraja daraja) {
        daraja.stk().push(push -> push.amount(1).from(CUSTOMER).reference("INV").description("Tea"));
    }

    private static long count(MeterRegistry meters, String outcome) {
        return meters.get("mpesa.calls")
                .tags("market", "kenya", "operation", "stkPush", "outcome", outcome)
                .timer()
                .count();
    }
}
