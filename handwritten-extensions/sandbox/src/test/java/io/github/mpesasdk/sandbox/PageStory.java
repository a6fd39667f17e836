package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The base of the tests in front of a browser. Each class has a browser of its own. */
@ExtendWith(BrowserExtension.class)
abstract class PageStory extends SandboxTest {

    protected final Browser browser;

    protected PageStory(KenyaSandbox kenya, Browser browser) throws IOException {
        super(kenya);
        this.browser = browser;
    }

    @BeforeEach
    void openThePage() throws Exception {
        browser.size(1280, 900);
        browser.go(kenya.baseUrl() + "/");
        browser.await("document.getElementById('state').textContent === 'Live'");
        browser.await("document.getElementById('example').length > 0");
    }
}
