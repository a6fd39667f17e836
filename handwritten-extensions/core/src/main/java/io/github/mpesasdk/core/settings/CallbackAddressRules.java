package io.github.mpesasdk.core.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an address must be at which a gateway shall report outcomes. Most gateways take any text, and report into the
 * void if it cannot be reached.
 */
public final class CallbackAddressRules {

    private static final int NO_PORT = -1;
    private static final Pattern BLANK = Pattern.compile("%(?:20|09|0a|0d|00|c2%a0)|\\s", Pattern.CASE_INSENSITIVE);

    private CallbackAddressRules() {}

    /**
     * The rules that an address breaks, in words; empty if it is good.
     *
     * @param production whether real money moves: then it must be https and a public host
     */
    public static List<String> broken(URI address, boolean production) {
        List<String> broken = new ArrayList<>();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            broken.add("must be an absolute https:// address with a host");
        } else if (production) {
            if (scheme.equals("http")) {
                broken.add("must start with https:// in production");
            }
            Hosts.whyNotPublic(host).ifPresent(broken::add);
        }
        int port = address.getPort();
        if (port != NO_PORT && (port < 1 || port > 65_535)) {
            broken.add("must have a port from 1 to 65535, or none");
        }
        if (address.getRawUserInfo() != null) {
            broken.add("must have no user or password: gateways do not send them");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            broken.add("must have no query and no fragment: the SDK appends a token to its path");
        }
        if (BLANK.matcher(address.toString()).find()) {
            broken.add("must have no blanks or line breaks");
        }
        return broken;
    }
}
