package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page as it is for who does not see it, and for who has no mouse. */
class PageForScreenReadersTest extends PageStory {

    /** What somebody can do something with. */
    private static final Set<String> CONTROLS =
            Set.of("button", "textbox", "combobox", "checkbox", "radio", "link", "DisclosureTriangle");

    PageForScreenReadersTest(KenyaSandbox kenya, Browser browser) throws IOException {
        super(kenya, browser);
    }

    @Test
    void everyControlHasANameAndNoTwoPartsTheSameOne() throws Exception {
        aPromptAndACallbackAreThere();
        List<JsonObject> controls = nodes(CONTROLS);
        assertTrue(controls.size() > 30, () -> "only " + controls.size());
        assertEquals(
                List.of(),
                controls.stream().filter(node -> said(node, "name").isBlank()).toList());
        assertEquals(
                CONTROLS,
                controls.stream().map(node -> said(node, "role")).collect(Collectors.toCollection(TreeSet::new)));
        List<String> regions =
                nodes(Set.of("region")).stream().map(node -> said(node, "name")).toList();
        assertEquals(List.of("Phone", "Send an example", "Conversation", "Ledger", "Faults", "Credentials"), regions);
    }

    @Test
    void theHeadingsAreInOrder() throws Exception {
        aPromptAndACallbackAreThere();
        int before = 0;
        for (JsonObject heading : nodes(Set.of("heading"))) {
            assertFalse(said(heading, "name").isBlank());
            int level = property(heading, "level").getAsInt();
            assertTrue(level <= before + 1, () -> said(heading, "name") + " is of level " + level);
            before = level;
        }
        assertEquals(3, before, "the last ones are below a section");
    }

    @Test
    void thePromptAndTheConversationAreSpoken() throws Exception {
        browser.run("document.getElementById('asks').click()");
        browser.await("document.getElementById('asks').checked");
        Eventually.is(() -> kenya.phone().behaviour().equals("asks"));
        merchant.stkPush(merchant.push());
        browser.await("document.getElementById('announce').textContent !== ''");
        assertEquals("assertive", live("announce", "alert"));
        assertTrue(browser.run("return document.getElementById('announce').textContent")
                .getAsString()
                .startsWith("Payment prompt: KES 1 to "));
        browser.await("document.getElementById('heard').textContent.includes('kenya stkPush answered 200')");
        assertEquals("polite", live("heard", "status"));
        browser.run("document.querySelector('[data-behaviour=cancels]').click()");
        browser.await("document.getElementById('heard').textContent.includes('callback of kenya delivered')");
        assertEquals("polite", live("touched", "status"));
    }

    @Test
    void theWholeStoryIsToldWithTheKeyboardAlone() throws Exception {
        goTo("approves");
        browser.press(Browser.LEFT);
        browser.await("document.getElementById('asks').checked");
        Eventually.is(() -> kenya.phone().behaviour().equals("asks"));

        goTo("example");
        String chosen = "document.getElementById('example').selectedOptions[0].text";
        for (int i = 0;
                i < 5
                        && !browser.run("return /customer to pay/.test(" + chosen + ")")
                                .getAsBoolean();
                i++) {
            browser.press(Browser.DOWN);
        }
        browser.await("/customer to pay/.test(" + chosen + ")");
        goToButton("Send");
        browser.press(Browser.ENTER);
        browser.await("!document.getElementById('prompt').hidden");

        goTo("pin");
        browser.press("4242" + Browser.ENTER);

        browser.await("document.getElementById('touched').textContent.startsWith('Approved')");
        browser.await("document.querySelector('.talk .callback')?.innerText.includes('Delivered, 200')");
        browser.await("document.getElementById('entries').innerText.includes('completed')");
        assertEquals(1, kenya.ledger().entries().size());
    }

    @Test
    void everyFaultSaysWhatItDoes() throws Exception {
        browser.await("document.getElementById('fault-list').children.length === " + 2 * Fault.values().length);
        for (Fault fault : List.of(Fault.LOST_CALLBACK, Fault.SLOW)) {
            browser.choose("#fault", fault.name());
            assertEquals(fault.says(), browser.text("#fault-says"));
        }
        JsonObject select = nodes(Set.of("combobox")).stream()
                .filter(node -> said(node, "name").equals("Fault"))
                .findFirst()
                .orElseThrow();
        assertEquals(Fault.SLOW.says(), said(select, "description"));
        for (Fault fault : Fault.values()) {
            assertTrue(fault.says().matches("[A-Z].{10,110}\\."), fault.says());
        }
    }

    @Test
    void idsOfRequestsAreShownAndNumbersOfPeopleAreNot() throws Exception {
        merchant.post("/mpesa/stkpush/v9/none", new JsonObject());
        merchant.stkPush(merchant.push());
        browser.await("document.querySelectorAll('.talk > li').length >= 3");
        browser.run("document.querySelectorAll('.talk details').forEach((part) => { part.open = true; })");
        String id = Merchant.json(merchant.post("/mpesa/stkpush/v9/none", new JsonObject()))
                .get("requestId")
                .getAsString();
        browser.await("document.querySelectorAll('.talk > li').length >= 5");
        String talk = browser.run("return document.querySelector('.talk').textContent")
                .getAsString();
        assertTrue(talk.contains(id), talk);
        assertFalse(talk.contains(Merchant.CUSTOMER));
    }

    private void aPromptAndACallbackAreThere() throws Exception {
        merchant.stkPush(merchant.push());
        browser.await("document.querySelector('.talk .callback button')");
        kenya.phone().asks();
        merchant.stkPush(merchant.push());
        browser.await("!document.getElementById('prompt').hidden");
    }

    private List<JsonObject> nodes(Set<String> roles) throws Exception {
        return browser.accessibility().stream()
                .filter(node -> roles.contains(said(node, "role")))
                .toList();
    }

    /** How a part is spoken, if it has the role for it. */
    private String live(String id, String role) throws Exception {
        assertEquals(
                role,
                browser.run("return document.getElementById('" + id + "').getAttribute('role')")
                        .getAsString());
        return nodes(Set.of(role)).stream()
                .map(node -> property(node, "live").getAsString())
                .findFirst()
                .orElse("nothing of this role is spoken");
    }

    private static String said(JsonObject node, String what) {
        return node.has(what) && node.getAsJsonObject(what).has("value")
                ? node.getAsJsonObject(what).get("value").getAsString()
                : "";
    }

    private static JsonElement property(JsonObject node, String name) {
        return node.getAsJsonArray("properties").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(property -> property.get("name").getAsString().equals(name))
                .map(property -> property.getAsJsonObject("value").get("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + node));
    }

    private void goTo(String id) throws Exception {
        tabUntil("document.activeElement.id === '" + id + "'");
    }

    private void goToButton(String words) throws Exception {
        tabUntil("document.activeElement.tagName === 'BUTTON' && document.activeElement.textContent === '" + words
                + "'");
    }

    private void tabUntil(String reached) throws Exception {
        List<String> passed = new ArrayList<>();
        while (!browser.run("return " + reached).getAsBoolean()) {
            browser.press(Browser.TAB);
            passed.add(browser.run("return document.activeElement.id || document.activeElement.tagName")
                    .getAsString());
            assertTrue(passed.size() < 100, passed::toString);
        }
    }
}
