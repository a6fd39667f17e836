package io.github.mpesasdk.sandbox.market;

/** Opens further ports of this machine that lead to the same server. They are closed with it. */
@FunctionalInterface
public interface Ports {

    /** Opens one and tells its number. */
    int open();
}
