package io.github.mpesasdk.cli.market;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.util.List;

/** How Vodacom's gateways let a caller in: an API key, encrypted with a public key. {@code toString} hides both. */
record EncryptedKey(String apiKey, EncryptionKey publicKey) {

    private static final Credential API_KEY = new Credential(
            "api-key", "The application's API key, from the portal. Leaves the machine encrypted.", false);
    private static final Credential PUBLIC_KEY = new Credential(
            "public-key", "Public key of the environment: PEM or base64. Its variable may name a file, too.", true);

    /** What a call may be given. */
    static final List<Credential> CREDENTIALS = List.of(API_KEY, PUBLIC_KEY);

    /**
     * The key of a call to a market.
     *
     * @throws BadInputException if it is not there
     * @throws InvalidInputException if the public key is none
     */
    static EncryptedKey of(Call call, String market) {
        String apiKey = call.required(API_KEY, market);
        return new EncryptedKey(
                apiKey, PublicKeys.read(call.required(PUBLIC_KEY, market), "The call", PUBLIC_KEY.option()));
    }

    @Override
    public String toString() {
        return "EncryptedKey[***]";
    }
}
