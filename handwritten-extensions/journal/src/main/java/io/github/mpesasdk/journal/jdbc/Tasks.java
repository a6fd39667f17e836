package io.github.mpesasdk.journal.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one machine does for all, of one owner. */
final class Tasks {

    private final String owner;

    Tasks(String owner) {
        this.owner = owner;
    }

    /** Takes a task that is due; answers up to where it was done. */
    Optional<Instant> take(Session session, String task, Duration every) throws SQLException {
        Optional<Boolean> isDue = session.first(
                row -> row.getInt(1) == 1,
                "SELECT CASE WHEN next_at <= {now} THEN 1 ELSE 0 END FROM mpesa_task WHERE owner = ? AND task = ?",
                owner,
                task);
        if (isDue.isEmpty()) {
            session.insertIfAbsent(
                    "INSERT INTO mpesa_task (owner, task, next_at, done_until) VALUES (?, ?, {now}, {now})",
                    owner,
                    task);
        } else if (!isDue.get()) {
            return Optional.empty();
        }
        boolean isTaken = session.update(
                        "UPDATE mpesa_task SET next_at = {now} + ? WHERE owner = ? AND task = ? AND next_at <= {now}",
                        every.toMillis(),
                        owner,
                        task)
                == 1;
        return isTaken
                ? session.first(
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        "SELECT done_until FROM mpesa_task WHERE owner = ? AND task = ?",
                        owner,
                        task)
                : Optional.empty();
    }

    void done(Session session, String task, Instant until) throws SQLException {
        session.update(
                "UPDATE mpesa_task SET done_until = ? WHERE owner = ? AND task = ?", until.toEpochMilli(), owner, task);
    }
}
