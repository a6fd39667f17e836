package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

class NativeHintsTest {

    @Test
    void theTablesOfTheJournalAreKept() {
        RuntimeHints hints = new RuntimeHints();

        new MpesaRuntimeHints().registerHints(hints, getClass().getClassLoader());

        for (String file : new String[] {"h2/V1__journal.sql", "postgresql/V1__journal.sql", "mysql/V1__journal.sql"}) {
            assertTrue(RuntimeHintsPredicates.resource()
                    .forResource("io/github/mpesasdk/journal/jdbc/" + file)
                    .test(hints));
        }
    }

    @Test
    void theClientsAreBeansThatCanBeMadeAheadOfTime() {
        DefaultGenerationContext generated = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get(getClass())), new InMemoryGeneratedFiles());
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    "mpesa.kenya.environment", "sandbox",
                                    "mpesa.kenya.tenants.airtime.environment", "sandbox")));
            context.register(MpesaAutoConfiguration.class, MpesaJournalAutoConfiguration.class);

            assertDoesNotThrow(() -> new ApplicationContextAotGenerator().processAheadOfTime(context, generated));
        }
        assertTrue(RuntimeHintsPredicates.reflection()
                .onType(KenyaProperties.class)
                .test(generated.getRuntimeHints()));
    }
}
