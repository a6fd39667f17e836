package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;

/** Whether a sandbox can listen at an address. */
final class HostCheck {

    private HostCheck() {}

    /**
     * Makes sure that an address is one of this machine.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void check(String host) {
        boolean own;
        try {
            InetAddress address = InetAddress.getByName(host);
            own = !host.isBlank()
                    && (address.isAnyLocalAddress()
                            || address.isLoopbackAddress()
                            || NetworkInterface.getByInetAddress(address) != null);
        } catch (IOException e) {
            own = false;
        }
        if (!own) {
            throw new IllegalArgumentException("host must be an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
    }
}
