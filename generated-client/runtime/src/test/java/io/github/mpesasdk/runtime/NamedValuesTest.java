package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedValuesTest {

    private static NamedValues read(String json) {
        try {
            return NamedValues.ADAPTER.fromJson(json.replace('\'', '"'));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Optional<String> first(NamedValues values, String... spellings) {
        return values.first(spellings).map(TextOrNumber::text);
    }

    @Test
    void readsAnArrayOrTheOnlyObjectOfOne() {
        NamedValues one = read("{'Key':'BOCompletedTime','Value':20200120164825}");

        assertEquals(Optional.of("20200120164825"), first(one, "BOCompletedTime"));
        assertEquals(one, read("[{'Key':'BOCompletedTime','Value':20200120164825}]"));
        assertEquals("[{\"Key\":\"BOCompletedTime\",\"Value\":20200120164825}]", NamedValues.ADAPTER.toJson(one));
    }

    @Test
    void readsKeyAndNameAlike() {
        assertEquals(Optional.of("1.00"), first(read("[{'Name':'Amount','Value':1.00}]"), "Amount"));
        assertEquals(Optional.of("1.00"), first(read("[{'name':'Amount','value':1.00}]"), "Amount"));
    }

    @Test
    void survivesANameWithoutValue() {
        NamedValues values = read("[{'Name':'Balance'},{'Key':'Occasion','Value':null},{'Name':'Amount','Value':1}]");

        assertEquals(3, values.asList().size());
        assertEquals(Optional.empty(), first(values, "Balance"));
        assertEquals(Map.of("Amount", "1"), values.toMap());
    }

    @Test
    void findsNamesWithStraySpacesAndInAnyCase() {
        NamedValues values = read("[{'Key':'Originator Conversation ID','Value':'a'},{'Key':' amount ','Value':2}]");

        assertEquals(Optional.of("a"), first(values, "OriginatorConversationID"));
        assertEquals(Optional.of("2"), first(values, "Amount"));
    }

    @Test
    void takesTheFirstSpellingThatHasAValue() {
        NamedValues values = read("[{'Key':'FinalizedTime','Value':2},{'Key':'FinalisedTime'}]");

        assertEquals(Optional.of("2"), first(values, "FinalisedTime", "FinalizedTime"));
    }

    @Test
    void keepsRepeatedNamesInOrder() {
        NamedValues values = read("[{'Key':'DebitPartyName','Value':'a'},{'Key':'DebitPartyName','Value':'b'}]");

        assertEquals(
                List.of("a", "b"),
                values.all("DebitPartyName").stream().map(TextOrNumber::text).toList());
        assertEquals(Map.of("DebitPartyName", "a", "DebitPartyName#2", "b"), values.toMap());
    }

    @Test
    void aNameThatLooksLikeARepetitionKeepsItsPlace() {
        NamedValues values = read("[{'Key':'A#2','Value':1},{'Key':'A','Value':2},{'Key':'A','Value':3},"
                + "{'Key':'A','Value':4},{'Key':'A#2','Value':5}]");

        assertEquals(Map.of("A#2", "1", "A", "2", "A#3", "3", "A#4", "4", "A#2#2", "5"), values.toMap());
    }

    @Test
    void aHundredThousandTimesOneNameTakesNoTimeWithTheSquare() {
        NamedValues values = NamedValues.of(Collections.nCopies(
                100_000, new NamedValue("Key", "A", Optional.of(TextOrNumber.of("x")), UnknownFields.NONE)));

        // With the square it would be minutes.
        Map<String, String> map = assertTimeoutPreemptively(Duration.ofSeconds(30), values::toMap);

        assertEquals(100_000, map.size());
        assertTrue(map.containsKey("A#100000"));
    }

    @Test
    void keepsWhatElseAnElementHolds() {
        String json = "[{\"Key\":\"a\",\"Value\":1,\"Extra\":{\"b\":2}}]";

        assertEquals(json, NamedValues.ADAPTER.toJson(read(json)));
    }

    @Test
    void showsNamesAndHidesValues() {
        String shown = read("[{'Name':'PhoneNumber','Value':254708374149}]").toString();

        assertEquals("[PhoneNumber=***]", shown);
        assertFalse(shown.contains("254"));
    }
}
