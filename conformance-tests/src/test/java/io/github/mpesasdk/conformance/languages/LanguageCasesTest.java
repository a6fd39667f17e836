package io.github.mpesasdk.conformance.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mpesasdk.conformance.ConformanceCase;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases are played in other languages: by their stock clients and the rules of the specs, from the package of specs
 * and cases, against answers that the sandbox is told. The last thing that it prints is the table of what became of
 * them.
 */
class LanguageCasesTest {

    private static final Path CONTRACTS =
            Path.of("..", "specs", "target", "npm").toAbsolutePath().normalize();
    private static final Map<String, String> ROWS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> everyCaseIsPlayedOrSaysWhyItCannotBe() {
        return Stream.of(Language.values()).flatMap(language -> Stream.of("kenya", "vodacom")
                .map(market -> DynamicTest.dynamicTest(language + " " + market, () -> play(language, market))));
    }

    /** Each of these cases is changed so that it wants something else; a runner that passes it compares nothing. */
    @TestFactory
    Stream<DynamicTest> aCaseThatWantsSomethingElseFails(@TempDir Path contracts) throws IOException {
        if (Files.isDirectory(CONTRACTS)) {
            WrongCases.write(CONTRACTS, contracts);
        }
        return Stream.of(Language.values())
                .map(language -> DynamicTest.dynamicTest(language.toString(), () -> {
                    PlayedCases played = played(language, "kenya", contracts);
                    assertEquals(WrongCases.NAMES, List.copyOf(played.verdicts().keySet()));
                    assertEquals(WrongCases.NAMES.size(), played.failures().size(), () -> "" + played.verdicts());
                }));
    }

    private static void play(Language language, String market) throws IOException {
        PlayedCases played = played(language, market, CONTRACTS);
        ROWS.put(language + " " + market, played.row());

        assertEquals(List.of(), played.failures());
        Map<String, ConformanceCase> cases = cases(market);
        assertEquals(cases.keySet(), played.verdicts().keySet());
        played.verdicts().forEach((name, verdict) -> {
            boolean isLeftOut = verdict.verdict().equals("left out");
            assertEquals(PlayedCases.mayBeLeftOut(Objects.requireNonNull(cases.get(name))), isLeftOut, name);
        });
    }

    private static PlayedCases played(Language language, String market, Path contracts) throws IOException {
        assumeTrue(!Boolean.getBoolean("languages.skip"), "languages.skip is set");
        assumeTrue(language.obstacle().isEmpty(), () -> language.obstacle().orElse(""));
        assumeTrue(Files.isDirectory(CONTRACTS), "specs/target/npm is missing: build the module specs");
        Checked.client(language);
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment = new TreeMap<>(language.environment());
            environment.put("MPESA_SANDBOX", sandbox.describe());
            environment.put("MPESA_CONTRACTS", contracts.toString());
            String lines = language.playCases(market).output(environment);
            return PlayedCases.read(language.toString(), market, lines);
        }
    }

    private static Map<String, ConformanceCase> cases(String market) {
        return ConformanceCase.ofMarket(market).stream()
                .collect(Collectors.toMap(one -> market + "/" + one, one -> one));
    }

    @AfterAll
    static void printTheTable() throws IOException {
        if (!ROWS.isEmpty()) {
            String table = PlayedCases.head() + "\n" + String.join("\n", ROWS.values()) + "\n";
            Files.writeString(Language.TARGET.resolve("cases.txt"), table);
            System.out.print(table);
        }
    }
}
