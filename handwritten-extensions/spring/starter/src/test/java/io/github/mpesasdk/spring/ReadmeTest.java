package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first properties and the first class of the README are an application, and it takes a payment. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    // What a reader's own program would have around the snippets.
    private static final String READER = """
            package reader;

            import io.github.mpesasdk.Settled;
            import io.github.mpesasdk.daraja.model.C2bValidationCode;
            import io.github.mpesasdk.kenya.Daraja;
            import io.github.mpesasdk.spring.C2bValidator;
            import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
            import org.springframework.context.annotation.*;
            import org.springframework.context.event.EventListener;
            import org.springframework.jdbc.core.simple.JdbcClient;
            import org.springframework.stereotype.*;

            @Configuration
            @EnableAutoConfiguration
            @Import({Checkout.class, Orders.class, Invoices.class})
            public class Reader {
            %s
            }

            @Component
            class Invoices {
                boolean isOpen(String invoice) { return true; }
            }

            %s

            %s
            """;

    @TempDir
    private static Path folder;

    private static String block(String language, int number) throws IOException {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        for (int seen = 0; seen <= number; seen++) {
            assertTrue(blocks.find(), () -> README + " has no block " + number + " of " + language);
        }
        return blocks.group(1);
    }

    private static ClassLoader compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler, "this needs a JDK");
        Path source = Files.writeString(
                folder.resolve("Reader.java"), READER.formatted(block("java", 2), block("java", 0), block("java", 1)));
        int result = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertEquals(0, result, "the snippets do not compile");
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader());
    }

    private static Properties properties(KenyaSandbox kenya, int port) throws IOException {
        Properties shown = new Properties();
        shown.load(new StringReader(block("properties", 0)));
        shown.setProperty("CALLBACK_KEY", "0123456789abcdef0123456789abcdef");
        shown.setProperty("JOURNAL_KEY", "fedcba9876543210fedcba9876543210");
        shown.setProperty("CONSUMER_KEY", kenya.consumerKey());
        shown.setProperty("CONSUMER_SECRET", kenya.consumerSecret());
        shown.setProperty("PASSKEY", kenya.passkey());
        // What is another in a test: where the gateway is, and where the shop.
        shown.setProperty("mpesa.kenya.url", kenya.baseUrl().toString());
        shown.setProperty("mpesa.kenya.pay-bill", kenya.payBill());
        shown.setProperty("mpesa.callbacks.url", "http://127.0.0.1:" + port);
        shown.setProperty("server.port", String.valueOf(port));
        shown.setProperty("spring.datasource.url", "jdbc:h2:mem:readme");
        shown.setProperty("DATABASE_PASSWORD", "");
        return shown;
    }

    @Test
    void theFirstApplicationTakesAPayment() throws Exception {
        ClassLoader reader = compiled();
        try (Sandbox sandbox = Sandbox.start();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                reader.loadClass("reader.Reader"))
                        .resourceLoader(new DefaultResourceLoader(reader))
                        .properties(properties(sandbox.kenya(), FreePort.find()))
                        .run()) {
            assertNotNull(application.getBean(Daraja.class));
            Object checkout = application.getBean(reader.loadClass("reader.Checkout"));
            Method pay = checkout.getClass().getDeclaredMethod("pay", String.class, String.class);
            pay.setAccessible(true);

            JdbcClient jdbc = application.getBean(JdbcClient.class);
            jdbc.sql("CREATE TABLE orders (id VARCHAR(16) PRIMARY KEY, state VARCHAR(10) NOT NULL)")
                    .update();
            jdbc.sql("INSERT INTO orders (id, state) VALUES ('17', 'WAITING')").update();

            pay.invoke(checkout, "17", "0708 374 149");

            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!state(jdbc).equals("PAID") && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertEquals("PAID", state(jdbc));
        }
    }

    private static String state(JdbcClient jdbc) {
        return jdbc.sql("SELECT state FROM orders WHERE id = '17'")
                .query(String.class)
                .single();
    }
}
