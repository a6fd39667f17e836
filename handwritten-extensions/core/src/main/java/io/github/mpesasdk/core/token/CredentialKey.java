package io.github.mpesasdk.core.token;

import io.github.mpesasdk.core.transport.BaseUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a credential without holding it, so that tokens of two tenants can never meet. */
public final class CredentialKey {

    private CredentialKey() {}

    /**
     * A key of market, host and a digest. The digest is of the whole address, for two gateways behind one proxy differ
     * in nothing but the path, and of every part of the credential, the secret included: an app whose secret was
     * changed starts with a new token. Two spellings of one address have one key. The path itself stays out: proxies
     * are known to carry keys in it.
     *
     * @param address where tokens are fetched, or the address below which they are used
     */
    public static String of(String market, BaseUrl address, String... credential) {
        MessageDigest digest = sha256();
        add(digest, address.canonical());
        for (String part : credential) {
            add(digest, part);
        }
        return market + "/" + address.authority() + "/" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
