package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PropertiesTest {

    private static final String KENYA = "mpesa.kenya.";
    private static final String[] COMPLETE = {
        KENYA + "environment=sandbox",
        KENYA + "consumer-key=aKeyOfTheApp",
        KENYA + "consumer-secret=aSecretOfTheApp",
        KENYA + "pay-bill=174379",
        KENYA + "passkey=aPasskeyOfThePayBill"
    };

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MpesaAutoConfiguration.class, MpesaJournalAutoConfiguration.class));

    @Test
    void withoutPropertiesThereIsNoClient() {
        application.run(
                context -> assertEquals(0, context.getBeansOfType(Daraja.class).size()));
    }

    @Test
    void aMarketThatIsNotOnTheClassPathIsNotSetUp() {
        application
                .withPropertyValues(COMPLETE)
                .withClassLoader(
                        new FilteredClassLoader(Daraja.class, VodacomOpenApi.class, Mozambique.class, DrcGateway.class))
                .run(context -> {
                    assertEquals(null, context.getStartupFailure());
                    assertFalse(context.containsBean("mpesa-kenya"));
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoTills {

        @Bean
        List<Daraja> both(Daraja first, @Qualifier("airtime") Daraja second) {
            return List.of(first, second);
        }

        @Bean
        ClientCustomizer<DarajaBuilder> proxied() {
            return (builder, tenant) -> {
                if (tenant.name().equals("airtime")) {
                    builder.at(URI.create("https://proxy.example"));
                }
            };
        }
    }

    @Test
    void aTenantIsAClientOfItsOwn() {
        application
                .withUserConfiguration(TwoTills.class)
                .withPropertyValues(COMPLETE)
                .withPropertyValues(
                        KENYA + "tenants.airtime.environment=production",
                        KENYA + "tenants.airtime.consumer-key=anotherKey",
                        KENYA + "tenants.airtime.consumer-secret=anotherSecret")
                .run(context -> {
                    assertEquals(
                            Set.of("mpesa-kenya", "mpesa-kenya-airtime"),
                            context.getBeansOfType(Daraja.class).keySet());
                    assertEquals(
                            "[Daraja[https://sandbox.safaricom.co.ke/], Daraja[https://proxy.example/]]",
                            context.getBean("both").toString());
                    assertEquals(
                            context.getBean("mpesa-kenya-airtime"),
                            BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                                    context.getBeanFactory(), Daraja.class, "airtime"));
                });
    }

    @Test
    void everyMarketHasItsProperties() {
        try (Sandbox sandbox = Sandbox.start()) {
            application
                    .withPropertyValues(
                            "mpesa.vodacom.url=" + sandbox.vodacom().baseUrl(),
                            "mpesa.vodacom.market=tanzania",
                            "mpesa.vodacom.api-key=" + sandbox.vodacom().apiKey(),
                            "mpesa.vodacom.public-key=" + sandbox.vodacom().publicKeyBase64(),
                            "mpesa.vodacom.service-provider="
                                    + sandbox.vodacom().serviceProviderCode(),
                            "mpesa.mozambique.url=" + sandbox.mozambique().baseUrl(),
                            "mpesa.mozambique.api-key=" + sandbox.mozambique().apiKey(),
                            "mpesa.mozambique.public-key="
                                    + sandbox.mozambique().publicKeyBase64(),
                            "mpesa.mozambique.service-provider="
                                    + sandbox.mozambique().serviceProviderCode(),
                            "mpesa.drc.url=" + sandbox.drc().baseUrl(),
                            "mpesa.drc.username=" + sandbox.drc().username(),
                            "mpesa.drc.password=" + sandbox.drc().password(),
                            "mpesa.drc.c2b.service-provider-code="
                                    + sandbox.drc().serviceProviderCode(),
                            "mpesa.drc.c2b.command-id=" + sandbox.drc().c2bCommandId(),
                            "mpesa.drc.language=en")
                    .run(context -> {
                        context.getBean(VodacomOpenApi.class).verify();
                        assertNotNull(context.getBean(Mozambique.class));
                        context.getBean(DrcGateway.class).verify();
                    });
        }
    }

    @Test
    void allThatIsWrongIsNamedAtOnceByItsProperty() {
        application
                .withPropertyValues(
                        KENYA + "consumer-key=your-consumer-key",
                        KENYA + "consumer-secret=aSecretOfTheApp",
                        KENYA + "pay-bill=17-43-79",
                        KENYA + "passkey=aPasskeyOfThePayBill",
                        KENYA + "initiator.name=operator",
                        KENYA + "initiator.certificate=no certificate",
                        KENYA + "client.timeout=0s",
                        KENYA + "c2b-validation.timeout=9s",
                        "mpesa.callbacks.url=https://mpesa.example",
                        "mpesa.callbacks.key=short")
                .run(context -> {
                    List<String> problems = problems(Objects.requireNonNull(context.getStartupFailure()));
                    assertEquals(
                            List.of(
                                    "mpesa.kenya.initiator.password is needed beside mpesa.kenya.initiator",
                                    "mpesa.kenya.c2b-validation.timeout must be more than nothing and at most 7 seconds",
                                    "mpesa.callbacks.key must have at least 32 characters that nobody can guess, for"
                                            + " example from: openssl rand -hex 32",
                                    "mpesa.kenya.client.timeout must be 1 millisecond to 1 day"),
                            problems.subList(0, 4));
                    assertTrue(problems.contains("mpesa.kenya.environment is needed"), problems::toString);
                    assertTrue(starts(problems, "mpesa.kenya.consumer-key "), problems::toString);
                    assertTrue(starts(problems, "mpesa.kenya.pay-bill must be 5 to 7 digits"), problems::toString);
                    assertTrue(starts(problems, "mpesa.kenya.callbacks.url "), problems::toString);
                });
    }

    @Test
    void theProblemsOfATenantNameTheTenantAndAreReadableAtTheStart() {
        application
                .withPropertyValues(KENYA + "tenants.airtime.pay-bill=174379")
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    assertNotNull(failure);
                    FailureAnalysis analysis = new InvalidPropertiesFailureAnalyzer().analyze(failure);
                    assertNotNull(analysis);
                    assertTrue(
                            analysis.getDescription()
                                    .contains("\n    mpesa.kenya.tenants.airtime.passkey is needed beside"
                                            + " mpesa.kenya.tenants.airtime.pay-bill"),
                            analysis::getDescription);
                });
    }

    private static boolean starts(List<String> problems, String beginning) {
        return problems.stream().anyMatch(problem -> problem.startsWith(beginning));
    }

    private static List<String> problems(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return assertInstanceOf(InvalidPropertiesException.class, causes.get(causes.size() - 1))
                .problems();
    }
}
