package io.github.mpesasdk.journal.jdbc;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Seals and digests. The key of the digests is random, made once and kept sealed in the database: digests of one
 * payment are compared with those of another, so they must stay the same when the caller changes its key. Thread-safe.
 */
final class Vault {

    private static final String NAME = "digest";
    private static final String PLACE = "mpesa_secret " + NAME;
    private static final int KEY_BYTES = 32;

    private final Sealer sealer;
    private final byte[] digestKey;

    private Vault(Sealer sealer, byte[] digestKey) {
        this.sealer = sealer;
        this.digestKey = digestKey;
    }

    static Vault open(Database database, Sealer sealer) {
        String stored = database.inTransaction("reading its key", session -> {
            session.insertIfAbsent(
                    "INSERT INTO mpesa_secret (name, sealed) VALUES (?, ?)", NAME, sealer.seal(fresh(), PLACE));
            String sealed = session.first(
                            row -> row.getString(1), "SELECT sealed FROM mpesa_secret WHERE name = ?", NAME)
                    .orElseThrow();
            String key = sealer.open(sealed, PLACE);
            if (!sealer.isFresh(sealed)) {
                session.update("UPDATE mpesa_secret SET sealed = ? WHERE name = ?", sealer.seal(key, PLACE), NAME);
            }
            return key;
        });
        return new Vault(sealer, HexFormat.of().parseHex(stored));
    }

    private static String fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** 64 hexadecimal digits. */
    String digest(String text) {
        return HexFormat.of().formatHex(Sealer.hmac(digestKey, text));
    }

    @Nullable
    String seal(@Nullable String text, String place) {
        return text == null ? null : sealer.seal(text, place);
    }

    @Nullable
    String open(@Nullable String sealed, String place) {
        return sealed == null ? null : sealer.open(sealed, place);
    }
}
