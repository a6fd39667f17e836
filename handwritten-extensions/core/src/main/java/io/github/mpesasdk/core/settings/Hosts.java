package io.github.mpesasdk.core.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells hosts that a gateway on the internet can reach from those that it cannot. Asks no name server. */
final class Hosts {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final List<String> PRIVATE_NAMES =
            List.of(".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".home.arpa", ".corp");
    private static final String THIS_MACHINE = "must be a host that the gateway can reach: this one is every machine's"
            + " name for itself. Give a public name, or a tunnel while testing";
    private static final String PRIVATE = "must be a host that the gateway can reach: this one exists in a private"
            + " network only. Give a public name";

    private Hosts() {}

    /** Why a gateway cannot reach a host, in words; empty if nothing speaks against it. */
    static Optional<String> whyNotPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || IPV4.matcher(name).matches()) {
            return whyNotPublicAddress(name);
        }
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (plain.equals("localhost") || plain.endsWith(".localhost")) {
            return Optional.of(THIS_MACHINE);
        }
        boolean isPrivate = !plain.contains(".") || PRIVATE_NAMES.stream().anyMatch(plain::endsWith);
        return isPrivate ? Optional.of(PRIVATE) : Optional.empty();
    }

    private static Optional<String> whyNotPublicAddress(String literal) {
        InetAddress address;
        try {
            // An address in digits is read and not looked up.
            address = InetAddress.getByName(literal);
        } catch (UnknownHostException noAddress) {
            return Optional.of("must be a host name or a valid IP address");
        }
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Optional.of(THIS_MACHINE);
        }
        boolean isPrivate = address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || isPrivateOtherwise(address.getAddress());
        return isPrivate ? Optional.of(PRIVATE) : Optional.empty();
    }

    private static boolean isPrivateOtherwise(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (bytes.length > 4) {
            // fc00::/7, unique local addresses.
            return (first & 0xFE) == 0xFC;
        }
        boolean ofCarriers = first == 100 && (second & 0xC0) == 64;
        return ofCarriers || first == 0 || first >= 240;
    }
}
