package io.github.mpesasdk.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The generated code knows the country by the constants that its row asks for: this class would not compile without.
 */
class GeneratedTest {

    @Test
    void theMarketIsItsRow() {
        Market freedonia = Market.FREEDONIA;
        assertEquals("freedonia", freedonia.word());
        assertEquals("vodacomFRE", freedonia.path());
        assertEquals(Country.FREEDONIA, freedonia.country());
        assertEquals(List.of(Currency.FRD), freedonia.currencies());
        assertTrue(Arrays.asList(Market.values()).contains(Market.TANZANIA), "the others are still there");
    }

    @Test
    void itsValuesMayBeSent() {
        assertEquals(Country.FREEDONIA, Country.of("FRE"));
        assertTrue(Country.values().contains(Country.FREEDONIA));
        assertTrue(Currency.values().contains(Currency.FRD));
    }

    @Test
    void itsNumbersAreReadAsItWritesThem() {
        for (String written : List.of("2000 0001", "020000001", "+299 2000-0001", "29920000001")) {
            assertEquals(
                    "29920000001",
                    Msisdn.of(written, Market.FREEDONIA.numbers()).digits());
        }
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> Msisdn.of("2000 00", Market.FREEDONIA.numbers()));
        assertTrue(refused.toString().contains("a mobile number of Freedonia, such as 2000 0001"), refused::toString);
        assertEquals("^299[0-9]{8}$", Market.MSISDN_BY_COUNTRY.get("FRE"));
    }
}
