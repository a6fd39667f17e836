package io.github.mpesasdk.sandbox.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestMapTest {

    private final LatestMap<String, String> map = new LatestMap<>(3, 20, (key, value) -> key.length() + value.length());

    @Test
    void theFirstOneMakesRoom() {
        for (String key : List.of("a", "b", "c", "a", "d")) {
            map.put(key, "in " + key);
        }
        assertEquals(List.of("in c", "in a", "in d"), map.values());
        assertEquals(Optional.empty(), map.get("b"));
    }

    @Test
    void longOnesMakeRoomForLongOnes() {
        map.put("a", "123456789");
        map.put("b", "123456789");
        assertEquals(2, map.values().size());
        map.put("c", "1");
        assertEquals(List.of("123456789", "1"), map.values());
        map.put("d", "x".repeat(100));
        assertEquals(List.of("x".repeat(100)), map.values(), "the last one stays, however long it is");
        map.put("e", "1");
        assertEquals(List.of("1"), map.values());
    }

    @Test
    void whatIsTakenOutOrChangedCountsNoMore() {
        map.put("a", "1234567890");
        assertFalse(map.remove("a", "other"));
        assertTrue(map.remove("a", "1234567890"));
        map.put("b", "12345678");
        assertTrue(map.replace("b", "12345678", "1"));
        assertFalse(map.replace("b", "12345678", "2"));
        assertFalse(map.putIfAbsent("b", "3"));
        assertTrue(map.putIfAbsent("c", "123456789012345"));
        assertEquals(2, map.values().size());
        map.clear();
        map.put("d", "1234567890123456789");
        assertEquals(1, map.values().size());
    }

    @Test
    void millionsLeaveTheLastTenThousand() {
        LatestMap<Integer, String> endless = new LatestMap<>((key, value) -> value.length());
        for (int i = 0; i < 2_000_000; i++) {
            endless.put(i, "x");
        }
        assertEquals(LatestMap.MOST, endless.values().size());
        assertTrue(endless.get(1_999_999).isPresent());
        assertTrue(endless.get(1_989_999).isEmpty());
    }
}
