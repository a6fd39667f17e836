package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/** The base of the tests in front of a browser: one after the other, while the tests of other classes run. */
@ExtendWith(BrowserExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = "browser", target = ResourceLockTarget.CHILDREN)
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
