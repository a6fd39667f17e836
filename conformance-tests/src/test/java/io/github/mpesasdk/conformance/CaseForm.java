package io.github.mpesasdk.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Holds cases to {@code case.schema.json}. */
final class CaseForm {

    private static final Schema SCHEMA = read();

    private CaseForm() {}

    /** What the schema has against a case. */
    static List<String> objections(ConformanceCase one) {
        return SCHEMA.validate(one.written().toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema read() {
        try {
            String text = Files.readString(Checkout.cases().resolve("case.schema.json"));
            return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
