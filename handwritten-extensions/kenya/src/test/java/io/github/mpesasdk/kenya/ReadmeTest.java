package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Ports;
import io.github.mpesasdk.core.testing.SharedJournal;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java in the README and on Kenya's page is compiled as it stands; what takes a payment and what receives callbacks
 * is run.
 */
class ReadmeTest extends ShopTest {

    private static final String KEY = "a-callback-key-of-more-than-32-characters";
    // What each of these snippets has, and no other.
    private static final String RECEIVER = "received.order().ifPresent(";
    private static final String JOURNAL = "JdbcJournal.over(";
    private static final String MONEY = ".onReceived(";
    private static final String PROGRAM = "TakePayment";

    ReadmeTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @Test
    void theSnippetsCompileAndDoWhatThePageSays(@TempDir Path folder) throws Exception {
        List<String> snippets = snippets();
        assertTrue(Snippets.statements(snippets.get(0)).lines().count() <= 18, "the README opens with few lines");
        Map<String, String> whole = Snippets.classesOfThePages();
        whole.computeIfPresent(PROGRAM, (name, program) -> onThisMachine(program));
        Snippets.compile(folder, snippets, whole);
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            // First, for it counts what its sandbox got.
            passes(loader.loadClass("CheckoutTest"));
            assertEquals(List.of("shipped"), new Reader(loader, 0).act());
            receives(new Reader(loader, Snippets.numberOf(RECEIVER, snippets)));
            outlives(new Reader(loader, Snippets.numberOf(JOURNAL, snippets)));
            earns(new Reader(loader, Snippets.numberOf(MONEY, snippets)));
            answers(loader.loadClass("CallbackHandler"));
        }
        runs(folder);
    }

    /** The test of the page. */
    private void passes(Class<?> test) throws Exception {
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = test.getDeclaredMethod("aLostCallbackIsNotALostPayment", KenyaSandbox.class);
        method.setAccessible(true);
        method.invoke(constructor.newInstance(), kenya);
    }

    /** The whole program, in a process that has the sandbox's variables. */
    private void runs(Path folder) throws Exception {
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, PROGRAM)
                .redirectErrorStream(true);
        java.environment().keySet().removeIf(name -> name.startsWith("MPESA_"));
        java.environment().putAll(variables());
        Process program = java.start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, program.waitFor(), said);
        assertTrue(said.contains("Paid: "), said);
        assertTrue(kenya.awaitCallbacks(Shop.SOON));
        List<Delivery> deliveries = kenya.journal().deliveries();
        assertEquals(200, deliveries.get(deliveries.size() - 1).status(), "it was acknowledged");
    }

    private Map<String, String> variables() throws Exception {
        URI address = kenya.baseUrl().resolve("/_sandbox/env?form=json");
        String json = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return JsonParser.parseString(json).getAsJsonObject().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variable -> variable.getValue().getAsString()));
    }

    /** The addresses of the page are whose they are; the test has others. */
    private String onThisMachine(String program) {
        String gateway = "http://127.0.0.1:8765";
        String patience = "stop(1)";
        assertTrue(program.contains(gateway) && program.contains("8080") && program.contains(patience), program);
        return program.replace(gateway, kenya.baseUrl().toString())
                .replace("8080", String.valueOf(Ports.free()))
                // A second is little beside other tests.
                .replace(patience, "stop(5)");
    }

    /** The receiver of the page, on this machine, after a restart, on another machine, and fooled by nobody. */
    private void receives(Reader reader) throws Exception {
        try (Daraja sender = client(KEY);
                Daraja otherMachine = client(KEY);
                Daraja stranger = client("another-callback-key-of-32-characters-and-more")) {
            reader.set("daraja", sender);
            assertEquals(List.of("paid 17"), reader.hears(callbackOf(sender, "17")));
            assertEquals(List.of("paid 17"), reader.hearsAgain(), "the order table may have missed the first");

            kenya.phone().entersWrongPin();
            assertEquals(List.of("failed 18"), reader.hears(callbackOf(sender, "18")));
            kenya.phone().approves();

            kenya.faults().next("stkPush", Fault.EARLY_CALLBACK);
            assertEquals(List.of("paid 19"), reader.hears(callbackOf(sender, "19")), "before the acknowledgement");

            CallbackServer.Heard later = callbackOf(sender, "20");
            reader.set("daraja", stranger);
            assertEquals(List.of(), reader.hears(later), "another key proves nothing");
            reader.set("daraja", otherMachine);
            assertEquals(List.of("paid 20"), reader.hears(later), "another machine, or this one after a restart");

            CallbackServer.Heard genuine = callbackOf(sender, "21");
            String path = genuine.path();
            String forged = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
            assertEquals(List.of(), reader.hears(new CallbackServer.Heard(forged, genuine.body())));
            assertEquals(List.of("paid 21"), reader.hears(genuine));
        }
    }

    /** The shop of the page on two machines, and after a restart. */
    private void outlives(Reader reader) throws Exception {
        Daraja one = reader.opens();
        try (Daraja other = reader.opens()) {
            CallbackServer.Heard callback = callbackOf(one, "31");
            other.callbacks().receive(callback.path(), callback.body());
            reader.comesToSay("paid 31");

            kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
            one.stk().push(push -> Shop.tea(push).order("32"));
            one.close();
        }
        Daraja restarted = reader.opens();
        try {
            reader.comesToSay("paid 32");
        } finally {
            restarted.close();
        }
    }

    /** The till of the page. */
    private void earns(Reader reader) throws Exception {
        reader.set("confirmation", URI.create(listener.address() + "/confirmed"));
        reader.set("validation", URI.create(listener.address() + "/asked"));
        reader.set("journal", Journal.inMemory());
        try (Daraja till = reader.opens()) {
            till.c2b()
                    .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-9"));
            listener.next();
            CallbackServer.Heard confirmation = listener.next();
            till.callbacks().receive(confirmation.path(), confirmation.body());
            till.callbacks().receive(confirmation.path(), confirmation.body());
            reader.comesToSay("received 50.00");
        }
    }

    /** The endpoint of the page: what it answers to a callback, to anything else, and while the journal is away. */
    private void answers(Class<?> endpoint) throws Exception {
        SharedJournal journal = new SharedJournal();
        Constructor<?> constructor = endpoint.getDeclaredConstructor(Daraja.class);
        constructor.setAccessible(true);
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
        try (Daraja daraja = Shop.settings(kenya, listener.address())
                .callbackKey(KEY)
                .journal(journal)
                .onSettled(settled::add)
                .build()) {
            web.createContext("/pay/", (HttpHandler) constructor.newInstance(daraja));
            web.start();
            URI address = URI.create("http://127.0.0.1:" + web.getAddress().getPort());

            CallbackServer.Heard callback = callbackOf(daraja, "41");
            journal.goAway();
            assertEquals("503 ", post(address.resolve(callback.path()), callback.body()));
            journal.comeBack();
            String accepted = post(address.resolve(callback.path()), callback.body());
            assertTrue(accepted.startsWith("200 {\"ResultCode\":0"), accepted);
            assertEquals("400 ", post(address.resolve(callback.path()), "hello"));
            Settled told = settled.poll(30, TimeUnit.SECONDS);
            assertTrue(told != null && told.isPaid());
        } finally {
            web.stop(0);
        }
    }

    private static String post(URI address, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private Daraja client(String key) {
        return Shop.settings(kenya, listener.address()).callbackKey(key).build();
    }

    private CallbackServer.Heard callbackOf(Daraja sender, String order) {
        sender.stk().push(push -> Shop.tea(push).order(order));
        return listener.next();
    }

    private final CallbackServer listener = CallbackServer.open();

    @AfterEach
    void stopListening() {
        listener.close();
    }

    private List<String> snippets() throws IOException {
        List<String> snippets = Snippets.statementsOfThePages();
        snippets.set(0, onTheSandbox(snippets.get(0)));
        snippets.replaceAll(snippet -> snippet.contains(JOURNAL) ? withSettings(snippet) + "daraja = shop;" : snippet);
        snippets.replaceAll(snippet -> snippet.contains(MONEY) ? withSettings(snippet) + "daraja = till;" : snippet);
        return snippets;
    }

    /** The first snippet names Safaricom's sandbox; the test has one of its own. Nothing else is changed. */
    private String onTheSandbox(String snippet) {
        Map<String, String> places = Map.of(
                ".sandbox()",
                ".at(gateway)",
                "\"174379\"",
                "\"" + kenya.payBill() + "\"",
                "https://shop.example/pay",
                shop.callbacks().toString());
        String here = snippet;
        for (Map.Entry<String, String> place : places.entrySet()) {
            assertTrue(here.contains(place.getKey()), place.getKey());
            here = here.replace(place.getKey(), place.getValue());
        }
        return here;
    }

    // What the environment of the reader's machine would say; and a test has no half minute.
    private static String withSettings(String snippet) {
        assertTrue(snippet.contains(".fromEnv()"), snippet);
        return snippet.replace(
                ".fromEnv()",
                ".at(gateway).app(consumerKey, consumerSecret).payBill(payBill, passkey).callbacksAt(callbacks)"
                        + ".reconcileAfter(Duration.ofSeconds(1))");
    }

    /** One snippet, compiled. */
    private final class Reader {

        private final Class<?> code;

        Reader(ClassLoader loader, int number) throws Exception {
            code = loader.loadClass("Reader" + number);
            set("gateway", kenya.baseUrl());
            set("consumerKey", kenya.consumerKey());
            set("consumerSecret", kenya.consumerSecret());
            set("passkey", kenya.passkey());
            set("payBill", kenya.payBill());
            set("callbackKey", KEY);
            set("journalKey", "a-journal-key-of-more-than-32-characters");
            set("callbacks", listener.address());
            set("dataSource", database());
        }

        private DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
            return database;
        }

        /** Runs it, and answers the client that it opened. */
        Daraja opens() throws Exception {
            act();
            Field opened = code.getDeclaredField("daraja");
            opened.setAccessible(true);
            return (Daraja) opened.get(null);
        }

        /** Waits until a listener of the page has said this, once. */
        void comesToSay(String word) throws Exception {
            Field said = code.getDeclaredField("SAID");
            said.setAccessible(true);
            List<?> words = (List<?>) said.get(null);
            Events.until(() -> words.contains(word));
            assertEquals(1, Collections.frequency(words, word), words::toString);
        }

        void set(String field, Object value) throws Exception {
            Field target = code.getDeclaredField(field);
            target.setAccessible(true);
            target.set(null, value);
        }

        /** Runs it, and answers what it did since the last time, apart from responding. */
        List<String> act() throws Exception {
            Field said = code.getDeclaredField("SAID");
            said.setAccessible(true);
            ((List<?>) said.get(null)).clear();
            code.getMethod("act").invoke(null);
            return ((List<?>) said.get(null))
                    .stream()
                            .map(String::valueOf)
                            .filter(word -> !word.startsWith("200 "))
                            .toList();
        }

        List<String> hears(CallbackServer.Heard heard) throws Exception {
            set("path", heard.path());
            set("body", heard.body());
            return act();
        }

        List<String> hearsAgain() throws Exception {
            return act();
        }
    }
}
