package io.github.mpesasdk.journal.jdbc;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.journal.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment as a row of {@code mpesa_payment}, of one owner. */
final class PaymentRow {

    static final String COLUMNS =
            "payment_key, operation, reference, order_key, amount, account, label, receiver, repeats,"
                    + " state, code_value, code_kind, code_final, code_meaning, code_advice, code_evidence, words, receipt, why,"
                    + " is_to_be_told, prepared_at, questions";

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final String owner;
    private final Vault vault;

    PaymentRow(String owner, Vault vault) {
        this.owner = owner;
        this.vault = vault;
    }

    /** A row that may be damaged, or sealed with a key that is gone: one of them must not hold up the others. */
    Optional<Entry> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row));
        } catch (RuntimeException damaged) {
            LOG.log(
                    WARNING,
                    "the payment {0} cannot be read from the journal: {1}",
                    row.getString("payment_key"),
                    damaged.getClass().getName());
            return Optional.empty();
        }
    }

    Entry read(ResultSet row) throws SQLException {
        String key = row.getString("payment_key");
        return new Entry(
                key,
                row.getString("operation"),
                reference(required(vault.open(row.getString("reference"), place("reference", key)))),
                row.getString("order_key"),
                new Traits(
                        row.getString("amount"),
                        row.getString("account"),
                        row.getString("label"),
                        row.getString("receiver")),
                Texts.read(required(vault.open(row.getString("repeats"), place("repeats", key)))),
                PaymentState.valueOf(row.getString("state")),
                verdict(row, key),
                Instant.ofEpochMilli(row.getLong("prepared_at")),
                row.getInt("questions"));
    }

    // Reference.parse reads only those that somebody can ask with; before the send there may be none.
    private static Reference reference(String json) {
        Map<String, String> parts = Texts.read(json);
        return new Reference(
                parts.getOrDefault("market", ""),
                parts.getOrDefault("operation", ""),
                parts.getOrDefault("field", ""),
                parts.getOrDefault("value", ""));
    }

    private static String required(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

    private @Nullable Verdict verdict(ResultSet row, String key) throws SQLException {
        String why = vault.open(row.getString("why"), place("why", key));
        if (why == null) {
            return null;
        }
        return new Verdict(
                PaymentState.valueOf(row.getString("state")),
                code(row),
                vault.open(row.getString("words"), place("words", key)),
                row.getString("receipt"),
                why,
                row.getInt("is_to_be_told") == 1);
    }

    private static @Nullable Code code(ResultSet row) throws SQLException {
        String value = row.getString("code_value");
        if (value == null) {
            return null;
        }
        return new Code(
                value,
                null,
                null,
                List.of(),
                List.of(),
                CodeKind.valueOf(row.getString("code_kind")),
                row.getInt("code_final") == 1,
                row.getString("code_meaning"),
                row.getString("code_advice"),
                Evidence.valueOf(row.getString("code_evidence")));
    }

    String sealedReference(String key, Reference reference) {
        Map<String, String> parts = Map.of(
                "market", reference.market(),
                "operation", reference.operation(),
                "field", reference.field(),
                "value", reference.value());
        return required(vault.seal(Texts.write(parts), place("reference", key)));
    }

    String sealedRepeats(String key, Map<String, String> repeats) {
        return required(vault.seal(Texts.write(repeats), place("repeats", key)));
    }

    @Nullable
    String sealedWords(String key, @Nullable String words) {
        return vault.seal(words, place("words", key));
    }

    // It may repeat the gateway's words.
    String sealedWhy(String key, String why) {
        return required(vault.seal(why, place("why", key)));
    }

    String name(Reference reference) {
        return vault.digest("name " + owner + " " + reference.field() + " " + reference.value());
    }

    /** A name for what has none yet, which is nobody else's. */
    String unnamed(String key) {
        return vault.digest("unnamed " + owner + " " + key);
    }

    String traits(Traits traits) {
        Map<String, @Nullable String> known = new HashMap<>();
        known.put("amount", traits.amount());
        known.put("account", traits.account());
        known.put("label", traits.label());
        known.put("receiver", traits.receiver());
        known.values().removeIf(Objects::isNull);
        return vault.digest("traits " + Texts.write(known));
    }

    private String place(String column, String key) {
        return "mpesa_payment " + column + " " + owner + " " + key;
    }
}
