package io.github.mpesasdk.core.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a credential without holding it, so that tokens of two tenants can never meet. */
public final class CredentialKey {

    private CredentialKey() {}

    /**
     * A key of market, host and a digest of every part of the credential, the secret included: an app whose secret was
     * changed starts with a new token.
     */
    public static String of(String market, String host, String... credential) {
        MessageDigest digest = sha256();
        for (String part : credential) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return market + "/" + host + "/" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
