package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own examples, sent by click in a real browser. */
class PageExamplesTest extends PageStory {

    PageExamplesTest(KenyaSandbox kenya, Browser browser) throws IOException {
        super(kenya, browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kenya", "vodacom", "mozambique", "drc"})
    void everyExampleDoesWhatItSays(String market) throws Exception {
        browser.choose("#market", market);
        browser.await("document.getElementById('credentials-list').children.length > 0");
        List<JsonElement> examples = JsonParser.parseString(Resource.text("page/examples.json"))
                .getAsJsonObject()
                .getAsJsonArray(market)
                .asList();
        browser.await("document.getElementById('example').length === " + examples.size());
        for (int i = 0; i < examples.size(); i++) {
            JsonObject example = examples.get(i).getAsJsonObject();
            browser.choose("#example", String.valueOf(i));
            browser.run("document.getElementById('example-result').textContent = ''");
            browser.click("#example-form button");
            browser.await("document.getElementById('example-result').textContent.startsWith('Answered')");
            kenya.awaitCallbacks(SOON);
            assertEquals(
                    example.has("refused") ? "bad" : "good",
                    verdict(market, example.get("operation").getAsString()),
                    example::toString);
        }
        for (JsonElement delivery : journal(market, "").getAsJsonArray("deliveries")) {
            assertEquals(200, delivery.getAsJsonObject().get("status").getAsInt(), delivery::toString);
            assertEquals("[]", delivery.getAsJsonObject().get("violations").toString());
        }
    }

    @Test
    void behindTlsItIsTheSamePage() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            browser.go(sandbox.httpsUrl() + "/");
            browser.await("document.getElementById('state').textContent === 'Live'");
            browser.await("document.getElementById('example').length > 0");

            browser.click("#example-form button");

            browser.await("document.querySelector('.talk .callback')?.innerText.includes('Delivered, 200')");
            browser.choose("#market", "vodacom");
            browser.await("document.getElementById('example-place').innerText.includes('/vodacomTZN/')");
            browser.click("#example-form button");
            browser.await("document.getElementById('example-result').textContent.startsWith('Answered with 201')");
        }
    }

    /** What the page thinks of the newest request to an operation. */
    private String verdict(String market, String operation) throws Exception {
        List<JsonElement> exchanges = journal(market, "?operation=" + operation)
                .getAsJsonArray("exchanges")
                .asList();
        String entries = "[...document.querySelectorAll('.talk > li')].filter((item) =>"
                + " item.querySelector('.where').innerText === '" + market + "'"
                + " && item.querySelector('strong')?.innerText === '" + operation + "')";
        browser.await(entries + ".length === " + exchanges.size());
        return browser.run("return " + entries + "[0].classList[0]").getAsString();
    }

    private JsonObject journal(String market, String query) throws Exception {
        return Merchant.json(merchant.send(
                merchant.at("/_sandbox/" + market + "/journal" + query).build()));
    }
}
