package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.memory.Generations;
import io.github.mpesasdk.core.testing.FakeClock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ages does so by the clock and by its number, and never looks through what it holds. */
class GenerationsTest {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final int MANY = 1_000_000;

    private final FakeClock clock = new FakeClock();

    private Generations<String, String> holding(int most) {
        return new Generations<>(clock, LIFE, most);
    }

    private static long found(Generations<String, String> generations, int puts) {
        return IntStream.range(0, puts)
                .filter(number -> generations.get("key " + number).isPresent())
                .count();
    }

    @Test
    void whatWasPutStaysForHalfALifeAndGoesWithinOne() {
        Generations<String, String> generations = holding(MANY);
        for (int hour = 0; hour < 100; hour++) {
            generations.put("at " + hour, "x");
            clock.advance(Duration.ofHours(1));
            for (int earlier = 0; earlier <= hour; earlier++) {
                int age = hour + 1 - earlier;
                boolean isThere = generations.get("at " + earlier).isPresent();
                assertTrue(isThere || age > 12, "gone after " + age + " hours");
                assertTrue(!isThere || age <= 24, "there after " + age + " hours");
            }
        }
    }

    @Test
    void whatNobodyTouchesForALifeIsGone() {
        Generations<String, String> generations = holding(MANY);
        generations.put("a", "x");
        clock.advance(Duration.ofDays(30));

        assertEquals(Optional.empty(), generations.get("a"));
    }

    @Test
    void aMillionAreNoMoreThanTwiceTheMost() {
        int most = 1_000;
        Generations<String, String> generations = holding(most);
        for (int number = 0; number < MANY; number++) {
            generations.put("key " + number, "x");
        }

        long found = found(generations, MANY);
        assertTrue(found <= 2L * most && found >= most, found + " are held");
        assertTrue(generations.get("key " + (MANY - 1)).isPresent(), "the newest is");
    }

    @Test
    void aClockThatIsSetBackStopsNoAgeing() {
        Generations<String, String> generations = holding(MANY);
        generations.put("a", "x");
        clock.advance(Duration.ofDays(-365));
        assertTrue(generations.get("a").isPresent());
        clock.advance(LIFE.dividedBy(2));
        assertTrue(generations.get("a").isPresent());
        clock.advance(LIFE.dividedBy(2));
        assertFalse(generations.get("a").isPresent());
    }

    @Test
    void theFirstOfOneKeyStaysWhereThatIsAsked() {
        Generations<String, String> generations = holding(MANY);

        assertEquals(Optional.empty(), generations.putIfAbsent("a", "first"));
        clock.advance(LIFE.dividedBy(2));
        assertEquals(Optional.of("first"), generations.putIfAbsent("a", "second"));
        generations.put("a", "third");
        generations.remove("a", "first");
        assertEquals(Optional.of("third"), generations.get("a"));
        generations.remove("a", "third");
        assertEquals(Optional.empty(), generations.get("a"));
    }

    @Test
    void paymentsOfAYearAreForgottenDayByDay() {
        OpenCalls<String> calls = new OpenCalls<>(clock);
        int perDay = 500;
        for (int day = 0; day < 365; day++) {
            for (int number = 0; number < perDay; number++) {
                String key = day + "-" + number;
                OpenPayment payment = payment(key);
                assertTrue(calls.add(key, payment).isEmpty());
                calls.name(payment, payment.reference());
                if (number % 2 == 0) {
                    calls.settled(payment);
                }
            }
            clock.advance(LIFE);
        }

        long held = IntStream.range(0, 365)
                .mapToLong(day -> IntStream.range(0, perDay)
                        .filter(number -> calls.payment(day + "-" + number).isPresent()
                                || calls.named(day + "-" + number).isPresent())
                        .count())
                .sum();
        assertEquals(0, held, "a day after the last one");
    }

    @Test
    void aSettledPaymentIsKnownForAWhileAndAnOpenOneForLonger() {
        OpenCalls<String> calls = new OpenCalls<>(clock);
        OpenPayment open = payment("open");
        OpenPayment settled = payment("settled");
        calls.add("open", open);
        calls.add("settled", settled);
        calls.settled(settled);

        clock.advance(Duration.ofMinutes(29));
        assertTrue(calls.payment("settled").isPresent(), "repetitions come soon");
        assertEquals(Optional.of(settled), calls.add("settled", payment("settled")));
        clock.advance(Duration.ofHours(2));
        assertFalse(calls.payment("settled").isPresent());
        assertTrue(calls.payment("open").isPresent());
        clock.advance(LIFE);
        assertFalse(calls.payment("open").isPresent());
    }

    private static OpenPayment payment(String key) {
        return OpenPayment.named(new Reference("kiosk", "push", "PushId", key));
    }
}
