package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordAdapterTest {

    @Test
    void readsEachTypeInItsOwnForm() {
        Parcel parcel = Parcel.read(
                "{'Label':'tea','Price':'500','Grams':14,'Size':'small','Inner':{'Label':'in'},'Stamps':['a','b']}"
                        .replace('\'', '"'));

        assertEquals("tea", parcel.label());
        assertEquals(new BigDecimal("500"), parcel.price());
        assertEquals(14L, parcel.grams());
        assertEquals(Parcel.Size.SMALL, parcel.size());
        assertEquals(Parcel.labelled("in"), parcel.inner());
        assertEquals(List.of("a", "b"), parcel.stamps());
        assertTrue(parcel.unknownFields().isEmpty());
    }

    @Test
    void takesANumberForTextAndKeepsItsDigits() {
        assertEquals("1.00", Parcel.read("{\"Label\":1.00}").label());
        assertEquals("20251219102115", Parcel.read("{\"Label\":20251219102115}").label());
    }

    @ParameterizedTest
    @CsvSource({"14.0", "\"14\"", "1.4E1", "' 14'"})
    void takesTextAndFractionsForAWholeNumber(String written) {
        String json = written.startsWith(" ") ? "\"" + written + "\"" : written;

        assertEquals(14L, Parcel.read("{\"Grams\":" + json + "}").grams());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":1}", "14.5", "true", "\"many\"", "99999999999999999999"})
    void keepsWhatIsOfAnotherTypeExactlyAsItCame(String written) {
        Parcel parcel = Parcel.read("{\"Grams\":" + written + "}");

        assertNull(parcel.grams());
        assertEquals(
                JsonParser.parseString("{\"Grams\":" + written + "}"),
                parcel.unknownFields().toJson());
    }

    @Test
    void keepsAnArrayThatStandsForAnObject() {
        Parcel parcel = Parcel.read("{\"Inner\":[{\"Label\":\"in\"}],\"Label\":\"out\"}");

        assertNull(parcel.inner());
        assertEquals("out", parcel.label());
        assertEquals(Optional.of("[{\"Label\":\"in\"}]"), parcel.unknownFields().text("Inner"));
    }

    @Test
    void keepsTextThatStandsForAnObject() {
        assertEquals(
                Optional.of(""), Parcel.read("{\"Inner\":\"\"}").unknownFields().text("Inner"));
    }

    @Test
    void takesOneValueForAListOfOne() {
        assertEquals(List.of("a"), Parcel.read("{\"Stamps\":\"a\"}").stamps());
        assertEquals(List.of("a"), Parcel.read("{\"Stamps\":[null,\"a\"]}").stamps());
    }

    @Test
    void takesNullForAbsent() {
        Parcel parcel = Parcel.read("{\"Label\":null,\"Inner\":null,\"Stamps\":null,\"Grams\":null}");

        assertEquals(Parcel.labelled(null), parcel);
    }

    @Test
    void keepsUnknownFieldsAndWritesThemBack() {
        String json = "{\"Label\":\"tea\",\"New\":{\"a\":[1.00,null]},\"Flag\":true,\"None\":null}";
        Parcel parcel = Parcel.read(json);

        assertEquals(
                List.of("New", "Flag", "None"),
                List.copyOf(parcel.unknownFields().names()));
        assertEquals(Optional.of("true"), parcel.unknownFields().text("Flag"));
        assertEquals(Optional.empty(), parcel.unknownFields().text("None"));
        assertEquals(json, Parcel.ADAPTER.toJson(parcel));
    }

    @Test
    void aNumberBeyondEveryDoubleIsKeptAndWrittenBack() {
        Parcel parcel = Parcel.read("{\"Fresh\": 1e400}");

        assertEquals("1e400", parcel.unknownFields().text("Fresh").orElseThrow());
        assertEquals(
                "1e400",
                Parcel.ADAPTER.toJsonTree(parcel).getAsJsonObject().get("Fresh").getAsString());
    }

    @Test
    void whatWasUnreadableNeverTakesThePlaceOfWhatIsSaid() {
        Parcel read = Parcel.read("{\"Price\":\"1.5x\",\"Label\":\"tea\"}");
        Parcel repaired = new Parcel(read.label(), new BigDecimal("7"), null, null, null, null, read.unknownFields());

        assertEquals("{\"Label\":\"tea\",\"Price\":\"7\"}", Parcel.ADAPTER.toJson(repaired));
    }

    @Test
    void writesToATreeWhatItWritesToText() {
        String json = "{\"Price\":\"500\",\"Grams\":14,\"New\":{\"a\":1.00}}";
        Parcel parcel = Parcel.read(json);

        assertEquals(
                Parcel.ADAPTER.toJson(parcel), Parcel.ADAPTER.toJsonTree(parcel).toString());
    }

    @Test
    void ofAFieldThatComesTwiceTheLastOneCounts() {
        Parcel parcel = Parcel.read("{\"Grams\":[1],\"Label\":\"a\",\"Grams\":2,\"Label\":\"b\"}");

        assertEquals("b", parcel.label());
        assertEquals(2L, parcel.grams());
        assertTrue(parcel.unknownFields().isEmpty(), "a kept value would be written beside the real one");
    }

    @Test
    void keepsAnUnknownEnumValueAsItCame() {
        Parcel parcel = Parcel.read("{\"Size\":\"huge\"}");

        assertEquals("{\"Size\":\"huge\"}", Parcel.ADAPTER.toJson(parcel));
    }

    @Test
    void refusesNestingThatOnlyAnAttackerSends() {
        String deep = "{\"New\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThrows(JsonParseException.class, () -> Parcel.read(deep));
    }

    @Test
    void showsNeitherSensitiveNorUnknownValues() {
        String shown = Parcel.read("{\"Label\":\"tea\",\"Price\":123,\"Pin\":\"4321\"}")
                .toString();

        assertEquals("Parcel[Label=tea, Price=***, Pin=***]", shown);
    }
}
