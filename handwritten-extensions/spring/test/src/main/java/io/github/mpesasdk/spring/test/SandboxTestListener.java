package io.github.mpesasdk.spring.test;

import io.github.mpesasdk.sandbox.Sandbox;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Lets the sandbox begin anew before each test. */
final class SandboxTestListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        ApplicationContext context = test.getApplicationContext();
        if (context.containsBean(SandboxCustomizer.SANDBOX)) {
            context.getBean(Sandbox.class).reset();
        }
    }
}
