package io.github.mpesasdk.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop from outside: over HTTP, on a real port, and in a real browser. */
class ShopStoryTest {

    private static final String PHONE = "0708 374 149";
    private static final String MSISDN = "254708374149";

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static KenyaSandbox kenya;
    private static RunningShop shop;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start();
        kenya = sandbox.kenya();
        shop = RunningShop.start(kenya, folder.resolve("shop"));
    }

    @AfterAll
    static void close() {
        shop.close();
        sandbox.close();
    }

    @BeforeEach
    void beginAnew() {
        sandbox.reset();
    }

    private static String state(JsonObject order) {
        return order.get("state").getAsString();
    }

    private static String paid(String tea) throws InterruptedException {
        JsonObject order = shop.order(tea, PHONE);
        assertEquals("WAITING", state(order), order::toString);
        String id = order.get("id").getAsString();
        assertEquals("PAID", state(shop.awaitEndOf(id, "WAITING")));
        return id;
    }

    @Test
    void anOrderIsPaidByItsCallbackAndRefundedOnce() throws InterruptedException {
        String order = paid("kericho");

        shop.refund(order);
        shop.refund(order);

        JsonObject refunded = shop.awaitEndOf(order, "REFUNDING");
        assertEquals("REFUNDED", state(refunded), refunded::toString);
        assertFalse(refunded.get("refund").isJsonNull());
        assertEquals(1, kenya.journal().count("b2cPaymentV3"), "the second click paid nothing");
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void aCustomerWhoCancelsIsToldSo() throws InterruptedException {
        kenya.phone().on(MSISDN).cancels();

        JsonObject order = shop.order("chai", PHONE);

        JsonObject failed = shop.awaitEndOf(order.get("id").getAsString(), "WAITING");
        assertEquals("FAILED", state(failed), failed::toString);
    }

    @Test
    void whatIsNoNumberIsRefusedBeforeAnythingIsSent() {
        JsonObject answer = shop.order("chai", "12");

        assertEquals(400, answer.get("status").getAsInt());
        assertEquals(0, kenya.journal().count("stkPush"));
    }

    @Test
    void aPaymentAndARefundOutliveTheProcess() throws InterruptedException {
        kenya.phone().on(MSISDN).approvesAfter(Duration.ofMillis(500));
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        kenya.faults().next("b2cPaymentV3", Fault.LATE_CALLBACK);
        String order = shop.order("purple", PHONE).get("id").getAsString();

        shop.stop();
        assertTrue(kenya.awaitCallbacks(Duration.ofSeconds(30)));
        shop.startAgain();

        assertEquals("PAID", state(shop.awaitEndOf(order, "WAITING")), "no callback came, so it was asked");
        shop.refund(order);
        shop.stop();
        shop.startAgain();
        assertEquals("REFUNDED", state(shop.awaitEndOf(order, "REFUNDING")));
        assertEquals(1, kenya.journal().count("stkPush"));
        assertEquals(1, kenya.journal().count("b2cPaymentV3"));
    }

    @Test
    void aBrowserShowsIt() throws Exception {
        Optional<Chromium> browser = Chromium.find(folder);
        assumeTrue(
                browser.isPresent(), "Chromium is not installed (Debian's package chromium): nobody looks at the shop");
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        String order = paid("kericho");

        String start = browser.get().look(shop.address().resolve("/"), pictures.resolve("order.png"));
        URI page = shop.address().resolve("/paid.html?order=" + order);
        String paid = browser.get().look(page, pictures.resolve("paid.png"));

        assertTrue(start.contains("Kericho Gold"), start);
        assertTrue(start.contains("KES 250"), start);
        assertTrue(paid.contains("<span class=\"badge PAID\" id=\"badge\">Paid</span>"), paid);
        assertTrue(paid.contains(shop.find(order).get("receipt").getAsString()), paid);
    }
}
