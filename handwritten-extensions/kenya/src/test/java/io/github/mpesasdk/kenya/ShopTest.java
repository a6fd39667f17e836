package io.github.mpesasdk.kenya;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop beside the embedded sandbox. Whatever a test does, no request of the SDK may break the spec. */
abstract class ShopTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .slowness(Duration.ofMinutes(1))
            .start());

    final KenyaSandbox kenya;
    Shop shop;

    ShopTest(KenyaSandbox kenya) {
        this.kenya = kenya;
        this.shop = Shop.open(kenya);
    }

    @BeforeEach
    void startHonest() {
        kenya.phone().approves();
    }

    @AfterEach
    void closeShop() {
        shop.close();
        Assertions.assertEquals(List.of(), kenya.journal().violations(), "every request keeps to the spec");
    }
}
