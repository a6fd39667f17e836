package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tokens in the database, encrypted. Thread-safe. */
final class JdbcTokenStore implements TokenStore {

    private final Database database;
    private final Vault vault;

    JdbcTokenStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Optional<AccessToken> load(String key) {
        String row = row(key);
        return database.inStatement(
                "reading a token",
                session -> session.first(
                        token -> new AccessToken(
                                Objects.requireNonNull(vault.open(token.getString("token"), place(row))),
                                Instant.ofEpochMilli(token.getLong("expires_at"))),
                        "SELECT token, expires_at FROM mpesa_token WHERE token_key = ?",
                        row));
    }

    @Override
    public void save(String key, AccessToken token) {
        String row = row(key);
        database.inTransaction("writing a token", session -> replace(session, row, token));
    }

    private boolean replace(Session session, String row, AccessToken token) throws SQLException {
        String sealed = vault.seal(token.value(), place(row));
        long expiresAt = token.expiresAt().toEpochMilli();
        return session.insertIfAbsent(
                        "INSERT INTO mpesa_token (token_key, digest, token, expires_at) VALUES (?, ?, ?, ?)",
                        row,
                        digest(token),
                        sealed,
                        expiresAt)
                || session.update(
                                "UPDATE mpesa_token SET digest = ?, token = ?, expires_at = ? WHERE token_key = ?",
                                digest(token),
                                sealed,
                                expiresAt,
                                row)
                        == 1;
    }

    @Override
    public void remove(String key, AccessToken token) {
        database.inStatement(
                "forgetting a token",
                session -> session.update(
                        "DELETE FROM mpesa_token WHERE token_key = ? AND digest = ?", row(key), digest(token)));
    }

    private String row(String key) {
        return vault.digest("token key " + key);
    }

    private String digest(AccessToken token) {
        return vault.digest("token " + token.value());
    }

    private static String place(String row) {
        return "mpesa_token token " + row;
    }
}
