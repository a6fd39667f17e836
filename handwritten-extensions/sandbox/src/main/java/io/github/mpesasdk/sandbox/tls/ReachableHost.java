package io.github.mpesasdk.sandbox.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a program of this machine finds a server that listens at a host. */
public final class ReachableHost {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private ReachableHost() {}

    /**
     * The host of a URL: loopback for one that listens at all addresses, an IPv6 address in brackets, anything else as
     * it is.
     *
     * @param host a name or an address of this machine, such as {@code 192.168.1.7}, {@code ::1} or {@code 0.0.0.0}
     */
    public static String inUrl(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (isWildcard(bare)) {
            return of(LOOPBACK).getHostAddress();
        }
        return bare.contains(":") ? "[" + bare + "]" : bare;
    }

    /** The address to connect to. */
    static InetAddress of(InetAddress listening) {
        return listening.isAnyLocalAddress() ? of(LOOPBACK) : listening;
    }

    private static boolean isWildcard(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false; // Nothing can listen there, which opening the port will tell.
        }
    }

    private static InetAddress of(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
