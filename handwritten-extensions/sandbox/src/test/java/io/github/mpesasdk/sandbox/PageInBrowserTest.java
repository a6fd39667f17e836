package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as people have it: in a real browser, in front of a sandbox that clients use meanwhile. */
class PageInBrowserTest extends PageStory {

    private static final String ALL_TEXT = "return document.body.textContent";
    private static final String REQUESTS = "return document.querySelectorAll('.talk > li').length";

    PageInBrowserTest(KenyaSandbox kenya, Browser browser) throws IOException {
        super(kenya, browser);
    }

    @Test
    void aPushThatIsApprovedWithTheKeyboardArrivesAsACallback() throws Exception {
        askMeByKeyboard();
        merchant.stkPush(merchant.push());
        browser.await("document.activeElement.id === 'pin'");
        assertEquals("KES 1", browser.text("#prompt-amount"));
        assertEquals(kenya.payBill(), browser.text("#prompt-payee"));
        assertEquals("INV-001", browser.text("#prompt-reference"));
        assertTrue(browser.text("#announce").startsWith("Payment prompt: KES 1"));
        assertTrue(receiver.isUntouched("/stk"));

        browser.press("4242" + Browser.ENTER);

        assertEquals("0", resultOfThePush());
        browser.await("document.getElementById('touched').textContent.startsWith('Approved')");
        browser.await("document.querySelector('.talk .callback')?.innerText.includes('Delivered, 200')");
        browser.await("document.getElementById('entries').innerText.includes('completed')");
        assertTrue(browser.text("#balances").contains("299,999.00"));
    }

    @ParameterizedTest
    @CsvSource({"entersWrongPin,2001", "hasTooLittleMoney,1", "cancels,1032", "ignores,1037"})
    void anotherKeyOfThePhoneIsAnotherOutcome(String behaviour, String resultCode) throws Exception {
        askMeByKeyboard();
        merchant.stkPush(merchant.push());
        browser.await("!document.getElementById('prompt').hidden");

        browser.run("document.querySelector('[data-behaviour=" + behaviour + "]').focus()");
        browser.press(Browser.ENTER);

        assertEquals(resultCode, resultOfThePush());
        browser.await("document.getElementById('prompt').hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void nothingIsCutOffAtTheSide(int width) throws Exception {
        browser.size(width, 740);
        kenya.phone().asks();
        merchant.stkPush(merchant.push());
        browser.await("!document.getElementById('prompt').hidden");
        browser.await("document.querySelectorAll('.talk > li').length === 2");
        browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true; })");

        assertEquals(
                "[]",
                browser.run(
                                "return [document.documentElement, ...document.querySelectorAll('main *:not(.hidden, pre, code, textarea)')]"
                                        + ".filter((part) => part.scrollWidth > innerWidth).map((part) => part.outerHTML)")
                        .toString());
    }

    @Test
    void whatOthersWroteIsShownAsText() throws Exception {
        JsonObject push = merchant.push();
        String hostile = "<img src=x onerror=\"document.title='taken'\">";
        push.addProperty("AccountReference", hostile);
        push.addProperty(hostile, "<script>document.title='taken'</script>");
        kenya.phone().asks();
        merchant.stkPush(push);
        merchant.send(merchant.at("/mpesa/%3Cimg%20src=x%20onerror=alert(1)%3E").build());

        browser.await("document.querySelectorAll('.talk > li').length === 3");
        browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true; })");

        assertTrue(browser.text(".talk").contains("<img src=x onerror"), browser.text(".talk"));
        assertTrue(browser.text(".talk").contains("<script>"));
        assertEquals(
                0,
                browser.run("return document.querySelectorAll('img, .talk script').length")
                        .getAsInt());
        assertEquals("M-Pesa sandbox", browser.run("return document.title").getAsString());
    }

    @Test
    void numbersAndSecretsAreSeenOnlyWhenAskedFor() throws Exception {
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
        browser.await("document.querySelectorAll('.talk .callback').length === 1");
        browser.run("document.querySelectorAll('main > .column:nth-child(2) .talk details')"
                + ".forEach((part) => { part.open = true; })");
        browser.await("document.getElementById('env').textContent.includes('MPESA_KENYA')");
        List<String> hidden = List.of(
                kenya.passkey(),
                kenya.consumerSecret(),
                merchant.push().get("Password").getAsString(),
                "access_token\": \"e");

        String masked = browser.run(ALL_TEXT).getAsString();
        hidden.forEach(secret -> assertFalse(masked.contains(secret)));
        assertFalse(browser.text(".talk").contains(Merchant.CUSTOMER));
        assertFalse(browser.text("#ledger").contains(Merchant.CUSTOMER));

        browser.click("#show");
        String shown = browser.run(ALL_TEXT).getAsString();
        hidden.subList(0, 3).forEach(secret -> assertTrue(shown.contains(secret)));
        assertTrue(browser.text(".talk").contains(Merchant.CUSTOMER));
    }

    @Test
    void aFaultIsSetAndTakenBackByClick() throws Exception {
        browser.await("document.getElementById('fault-operation').value === 'stkPush'");
        browser.choose("#fault", "SYSTEM_BUSY");
        browser.click("#fault-form button");
        browser.await("document.getElementById('faults-set').innerText.includes('stkPush: SYSTEM_BUSY, next request')");

        assertEquals(500, merchant.stkPush(merchant.push()).statusCode());

        browser.await("document.querySelector('.talk').innerText.includes('asked for: SYSTEM_BUSY')");
        browser.click("[name=lasting][value=always]");
        browser.click("#fault-form button");
        browser.await("document.getElementById('faults-set').innerText.includes('every request')");
        browser.click("#fault-clear");
        browser.await("document.getElementById('faults-set').innerText.includes('No faults')");
        assertEquals(200, merchant.stkPush(merchant.push()).statusCode());
    }

    @Test
    void beyondLoopbackThePageWantsTheToken() throws Exception {
        try (Sandbox open = Sandbox.builder().controlToken("the-token").start()) {
            browser.go(open.baseUrl() + "/");
            browser.await("document.activeElement.id === 'token'");
            browser.await("document.getElementById('token-wrong').hidden");
            browser.press("another" + Browser.ENTER);
            browser.await("!document.getElementById('token-wrong').hidden");
            browser.press("the-token" + Browser.ENTER);
            browser.await("document.getElementById('state').textContent === 'Live'");
            browser.run("sessionStorage.clear()");

            browser.go(open.baseUrl() + "/?again#token=the-token");
            browser.await("document.getElementById('state').textContent === 'Live'");
            assertEquals("", browser.run("return location.hash").getAsString());
        }
    }

    @Test
    void aCallbackIsDeliveredAgainByClick() throws Exception {
        merchant.stkPush(merchant.push());
        JsonObject first = receiver.next("/stk");
        browser.await("document.querySelector('.talk .callback button')");

        browser.click(".talk .callback button");

        assertEquals(first, receiver.next("/stk"));
        browser.await("document.querySelectorAll('.talk .callback').length === 2");
        browser.await("document.querySelector('.talk').innerText.includes('attempt 2')");
    }

    @Test
    void aSandboxThatIsStartedAgainIsFollowed() throws Exception {
        int port;
        try (Sandbox first = Sandbox.start();
                Receiver shop = new Receiver()) {
            port = first.baseUrl().getPort();
            new Merchant(first.kenya(), shop).token();
            browser.go(first.baseUrl() + "/");
            browser.await("document.querySelectorAll('.talk > li').length === 1");
        }
        browser.await("document.getElementById('state').textContent === 'The sandbox does not answer'");
        try (Sandbox second = Sandbox.start(port);
                Receiver shop = new Receiver()) {
            Merchant later = new Merchant(second.kenya(), shop);
            second.kenya().phone().asks();
            later.stkPush(later.push());
            browser.await("!document.getElementById('prompt').hidden");
            browser.await("document.querySelector('.talk').innerText.includes('stkPush')");
        }
    }

    @Test
    void eachTenantHasAPageOfItsOwn() throws Exception {
        browser.click("#new-tenant");
        browser.await("document.getElementById('tenant').value === 'tenant-1'");
        merchant.stkPush(merchant.push());
        JsonObject other = Merchant.json(
                        merchant.send(merchant.at("/_sandbox/tenants/tenant-1").build()))
                .getAsJsonObject("kenya");
        merchant.fetchToken(
                other.get("consumerKey").getAsString(),
                other.get("consumerSecret").getAsString());

        browser.await("document.querySelector('.talk').innerText.includes('token')");
        assertEquals(1, browser.run(REQUESTS).getAsInt());
        browser.choose("#tenant", "default");
        browser.await("document.querySelector('.talk').innerText.includes('stkPush')");
        assertEquals(2, browser.run(REQUESTS).getAsInt());
    }

    private void askMeByKeyboard() throws Exception {
        List<String> passed = new ArrayList<>();
        while (!passed.contains("approves")) {
            browser.press(Browser.TAB);
            passed.add(browser.run("return document.activeElement.id").getAsString());
            assertTrue(passed.size() < 20, passed::toString);
        }
        browser.press(Browser.LEFT);
        browser.await("document.getElementById('asks').checked");
        Eventually.is(() -> kenya.phone().behaviour().equals("asks"));
    }

    private String resultOfThePush() throws InterruptedException {
        return receiver.next("/stk")
                .getAsJsonObject("Body")
                .getAsJsonObject("stkCallback")
                .get("ResultCode")
                .getAsString();
    }
}
