package io.github.mpesasdk.sandbox.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final List<String> SPECS = List.of("daraja", "vodacom", "mozambique", "drc");
    private static final List<String> TABLES = List.of("x-errors", "x-acknowledgements", "x-results");

    @Test
    void whateverHappensSomeGatewayHasACodeForIt() {
        Set<Reason> without = EnumSet.allOf(Reason.class);
        for (String spec : SPECS) {
            for (String table : TABLES) {
                Catalogue codes = Catalogue.table("io/github/mpesasdk/specs/" + spec + "/codes.yaml", table);
                without.removeIf(reason -> codes.find(reason, "").isPresent());
            }
        }
        assertEquals(Set.of(), without);
    }
}
