package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.InvalidInputException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever setting of a journal is given null refuses it at once, by its name. */
@SuppressWarnings("NullAway") // Callers without a checker give null.
class NullSettingsTest {

    static Stream<Arguments> nulls() {
        JdbcJournal.Builder builder = JdbcJournal.file(Path.of("never-opened"));
        return Stream.of(
                of("data source is null: give a value", () -> JdbcJournal.over(null)),
                of("file is null: give a value", () -> JdbcJournal.file(null)),
                of("key is null: give a value", () -> builder.key(null)),
                of(
                        "older key has a null among its values: leave that out",
                        () -> builder.key(JdbcContract.KEY, (String) null)),
                of(
                        "older key is null: give a value, or leave it out",
                        () -> builder.key(JdbcContract.KEY, (String[]) null)),
                of("keepFor is null: give a value, or leave keepFor(...) out", () -> builder.keepFor(null)),
                of(
                        "queryTimeout is null: give a value, or leave queryTimeout(...) out",
                        () -> builder.queryTimeout(null)));
    }

    private static Arguments of(String rule, Executable call) {
        return Arguments.of(rule, call);
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void nullIsRefusedAtOnceByName(String rule, Executable call) {
        assertEquals(
                "JdbcJournal is not valid, nothing was sent: " + rule,
                assertThrows(InvalidInputException.class, call).getMessage());
    }
}
