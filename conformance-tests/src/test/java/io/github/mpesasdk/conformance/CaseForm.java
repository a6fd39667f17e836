package io.github.mpesasdk.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Holds the files of cases to the schemas that stand beside them. */
enum CaseForm {
    /** A case as programs read it. */
    FULL_CASE("case"),
    /** A case as people write it. */
    SHORT_CASE("short-case"),
    MATRIX("matrix"),
    OPERATIONS("operations");

    private static final String BASE = "https://mpesa.example/cases/";

    private final Schema schema;

    CaseForm(String name) {
        this.schema = SchemaRegistry.withDialect(
                        Dialects.getDraft202012(), registry -> registry.schemas(CaseForm::text))
                .getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
    }

    /** What the schema has against a file. */
    List<String> objections(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String text(String address) {
        try {
            return Files.readString(Checkout.cases().resolve(address.substring(BASE.length())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
