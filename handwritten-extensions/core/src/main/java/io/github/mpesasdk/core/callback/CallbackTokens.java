package io.github.mpesasdk.core.callback;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and recognises what proves the origin of a callback, without remembering anything: tokens in callback addresses
 * and, where a market takes no address with a request, once-only ids. Thread-safe.
 */
public final class CallbackTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final String ADDRESS = "address";
    private static final int NONCE = 8;
    private static final int SIGNATURE = 16;
    // An id has 32 characters in all: 64 random bits, and 64 bits of signature.
    private static final int ID_SIGNATURE = 8;
    private static final int ID = (NONCE + ID_SIGNATURE) * 2;
    private static final Pattern IN_PATH =
            Pattern.compile("/((?:[0-9a-f]{2}){24,1000}+)(/timeout)?/?(?:[?#].*)?$", Pattern.DOTALL);
    // One spelling alone: another one would be another key for what was sent under this one.
    private static final Pattern LOWER_CASE_HEX = Pattern.compile("[0-9a-f]+");
    private static final int LONGEST_PATH = 4_000;

    private final String market;
    private final CallbackKeys keys;
    private final byte[] addresses;

    /** Tokens of one market, signed with these keys. */
    public CallbackTokens(String market, CallbackKeys keys) {
        this.market = market;
        this.keys = keys;
        this.addresses = domain(ADDRESS);
    }

    /** A fresh token for one request. */
    public CallbackToken make(String operation, String amount, String order) {
        byte[] content = (operation + "\n" + amount + "\n" + order).getBytes(StandardCharsets.UTF_8);
        byte[] signed = concat(nonce(), content);
        byte[] whole = concat(signed, keys.sign(addresses, signed, SIGNATURE));
        return new CallbackToken(HEX.formatHex(whole), operation, amount, given(order));
    }

    private static Optional<String> given(String order) {
        return order.isEmpty() ? Optional.empty() : Optional.of(order);
    }

    /** An address to register for good; as it is, if the keys do not outlive this client. */
    public URI lasting(URI base, String operation) {
        return keys.areLasting() ? URI.create(new CallbackAddress(base, make(operation, "", "")).text()) : base;
    }

    /** The token in the address or path under which a callback arrived; empty if it has none of these keys. */
    public Optional<CallbackToken> in(@Nullable String addressOrPath) {
        return matched(addressOrPath).flatMap(match -> verified(match.group(1)));
    }

    /** Whether a callback arrived under the address for queue time-outs. */
    public static boolean isTimeout(@Nullable String addressOrPath) {
        return matched(addressOrPath).filter(match -> match.group(2) != null).isPresent();
    }

    private static Optional<Matcher> matched(@Nullable String addressOrPath) {
        if (addressOrPath == null || addressOrPath.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        Matcher matcher = IN_PATH.matcher(addressOrPath);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private Optional<CallbackToken> verified(String text) {
        byte[] whole = HEX.parseHex(text);
        byte[] signed = Arrays.copyOf(whole, whole.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(whole, whole.length - SIGNATURE, whole.length);
        if (!keys.verify(addresses, signed, signature)) {
            return Optional.empty();
        }
        String content = new String(signed, NONCE, signed.length - NONCE, StandardCharsets.UTF_8);
        String[] parts = content.split("\n", 3);
        return parts.length == 3
                ? Optional.of(new CallbackToken(text, parts[0], parts[1], given(parts[2])))
                : Optional.empty();
    }

    /** A fresh once-only id of 32 hexadecimal digits for one request. */
    public String makeId(String operation) {
        byte[] nonce = nonce();
        return HEX.formatHex(concat(nonce, keys.sign(domain(operation), nonce, ID_SIGNATURE)));
    }

    /** The operation, one of these, for which an id was made; empty if none of these keys made it. */
    public Optional<String> operationOf(String id, List<String> operations) {
        if (id.length() != ID || !LOWER_CASE_HEX.matcher(id).matches()) {
            return Optional.empty();
        }
        byte[] whole = HEX.parseHex(id);
        byte[] nonce = Arrays.copyOf(whole, NONCE);
        byte[] signature = Arrays.copyOfRange(whole, NONCE, whole.length);
        return operations.stream()
                .filter(operation -> keys.verify(domain(operation), nonce, signature))
                .findFirst();
    }

    private byte[] domain(String purpose) {
        return (market + "\n" + purpose + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
