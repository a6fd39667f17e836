package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of a country that is only half there, the checker says what is missing; {@code ../country-drill} has the whole of it.
 */
class CountryDrillTest {

    private static final Path SPECS = Path.of("../../specs");
    private static final String API = "vodacom/openapi.yaml";
    private static final String ROW = """
            x-markets:
              - name: FREEDONIA
                says: A country for drills.
                word: freedonia
                path: vodacomFRE
                country: FRE
                currencies: [FRD]
                msisdn: '^299[0-9]{8}$'
                numbers: {of: Freedonia, prefix: '299', national: '[1-9][0-9]{7}', example: 2000 0001}
            """;

    @TempDir
    private Path folder;

    private Path specs;

    @BeforeEach
    void copy() throws IOException {
        specs = folder.resolve("specs");
        Files.createDirectories(specs.resolve("vodacom"));
        for (String file : List.of("openapi.schema.yaml", "extensions.yaml", "vodacom/codes.yaml", API)) {
            Files.copy(SPECS.resolve(file), specs.resolve(file));
        }
        change("x-markets:\n", ROW);
    }

    @Test
    void aRowAloneIsToldWhatElseIsMissing() throws IOException {
        assertEquals(
                List.of(
                        "Country lacks FRE, which x-markets has: add it, with its name and description",
                        "Currency lacks FRD, which x-markets has: add it, with its name and description"),
                words());
    }

    @Test
    void aValueWithoutNameAndDescriptionIsTold() throws IOException {
        change("enum: [TZN, ", "enum: [FRE, TZN, ");
        change("enum: [TZS, ", "enum: [FRD, TZS, ");
        assertEquals(
                List.of(
                        "x-enum-varnames has 5 entries for 6 values",
                        "x-enum-descriptions has 5 entries for 6 values",
                        "x-enum-varnames has 6 entries for 7 values",
                        "x-enum-descriptions has 6 entries for 7 values"),
                words());
    }

    @Test
    void withItsValuesTheCountryIsComplete() throws IOException {
        AmendSpec.amend(SPECS, "vodacom", Path.of("../country-drill/freedonia.yaml"), specs);
        assertEquals(List.of(), words());
    }

    @Test
    void shorterNumbersThanTheFieldsTakeAreTold() throws IOException {
        change(
                "numbers: {of: Freedonia, prefix: '299', national: '[1-9][0-9]{7}', example: 2000 0001}",
                "numbers: {of: Freedonia, prefix: '299', national: '[1-9][0-9]{5}', example: 200 001}");
        change("'^299[0-9]{8}$'", "'^299[0-9]{6}$'");
        List<String> words = words();
        assertTrue(
                words.contains("pattern does not match 299200001, a number of FREEDONIA in x-markets"),
                words::toString);
    }

    private List<String> words() throws IOException {
        return SpecCheck.mistakes(specs).stream().map(Mistake::words).toList();
    }

    private void change(String from, String to) throws IOException {
        Path file = specs.resolve(API);
        String text = Files.readString(file);
        int at = text.indexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
