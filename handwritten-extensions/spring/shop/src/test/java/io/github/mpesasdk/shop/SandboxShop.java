package io.github.mpesasdk.shop;

import io.github.mpesasdk.sandbox.Sandbox;
import java.nio.file.Path;

/** The shop with a sandbox behind it, to click through. */
final class SandboxShop {

    private SandboxShop() {}

    /** Runs until the program is ended. */
    public static void main(String[] arguments) {
        RunningShop shop = RunningShop.start(
                Sandbox.start().kenya(), Path.of("target", "shop").toAbsolutePath());
        System.out.println("The shop is open: " + shop.address());
    }
}
