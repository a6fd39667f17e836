package io.github.mpesasdk.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RefusedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EnquiryTest {

    private final CompletableFuture<String> coming = new CompletableFuture<>();
    private final Enquiry<String> enquiry = new Enquiry<>("post", "ask", coming);

    @Test
    void answersWhatComes() {
        coming.complete("yes");

        assertEquals("yes", enquiry.await(ChronoUnit.FOREVER.getDuration()));
        assertEquals("yes", enquiry.answer().join());
    }

    @Test
    void anErrorOfTheGatewayIsThrownAsItIs() {
        RefusedException refused = new RefusedException(Incident.of("post", "ask"));
        coming.completeExceptionally(refused);

        assertSame(refused, assertThrows(RefusedException.class, () -> enquiry.await(Duration.ofSeconds(5))));
    }

    @Test
    void noAnswerInTimeIsNoAnswer() {
        NoAnswerException late = assertThrows(NoAnswerException.class, () -> enquiry.await(Duration.ofMillis(1)));

        assertEquals("ask", late.operation());
        assertFalse(coming.isDone(), "it may still come");
    }

    @Test
    void anInterruptedThreadKeepsItsFlag() {
        Thread.currentThread().interrupt();

        assertThrows(NoAnswerException.class, () -> enquiry.await(Duration.ofSeconds(5)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whoGivesUpSpoilsNothingForOthers() {
        assertTrue(enquiry.answer().cancel(true));
        coming.complete("yes");

        assertEquals("yes", enquiry.answer().join());
    }
}
