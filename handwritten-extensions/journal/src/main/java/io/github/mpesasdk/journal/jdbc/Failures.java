package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.JournalException;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What a failure of the database means, without its own words: those quote values of rows, or the address with a
 * password.
 */
final class Failures {

    private static final int MYSQL_DEADLOCK = 1213;
    private static final int H2_LOCK_TIMEOUT = 50_200;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String VALUE_REFUSED = "22";

    private Failures() {}

    /** Whether another transaction was in the way, so that trying again helps. */
    static boolean isCollision(SQLException failure) {
        int code = failure.getErrorCode();
        return state(failure).startsWith("40") || code == MYSQL_DEADLOCK || code == H2_LOCK_TIMEOUT;
    }

    /**
     * Another machine was faster at what the database does not see; the transaction is done again, on what is there.
     */
    static SQLException collision() {
        return new SQLException("another machine was faster", SERIALIZATION_FAILURE);
    }

    static JournalException explain(String doing, SQLException failure) {
        String state = state(failure);
        String message = "The journal failed at " + doing + ": " + meaning(state) + " (SQL state "
                + (state.isEmpty() ? "unknown" : state) + ", code " + failure.getErrorCode() + ").";
        SQLException cause = new SQLException(message, state, failure.getErrorCode());
        cause.setStackTrace(failure.getStackTrace());
        return new JournalException(message, cause, state.startsWith(VALUE_REFUSED));
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }

    private static String meaning(String state) {
        if (state.equals("57014") || state.equals("HYT00") || state.equals("70100")) {
            return "the database took too long";
        }
        if (state.equals("42501")) {
            return "the database user lacks a right";
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> "the database cannot be reached";
            case "28" -> "the database refused the user or the password";
            case "40" -> "other transactions were in the way again and again";
            case "42" -> "the tables are not as they should be, or the database user lacks a right";
            case "53", "54" -> "the database has no room left";
            default -> "the database refused it";
        };
    }
}
