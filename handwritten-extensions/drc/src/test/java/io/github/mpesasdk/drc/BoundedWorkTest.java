package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.UnreadableBodyException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** What a stranger sends costs work in proportion to its size; counted in steps, not in seconds. */
class BoundedWorkTest {

    private static final int MEGABYTE = 1_000_000;
    private static final String TOO_MANY_NAMES = "its elements have more than 256 different names";
    private static final String TOO_MANY_NAMESPACES = "it declares more than 256 namespaces";

    /** The nth of many names with one hash code: Aa and BB have the same. */
    private static String colliding(int number) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String siblings() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < MEGABYTE - 2_000; number++) {
            text.append('<').append(colliding(number)).append("/>");
        }
        return text.toString();
    }

    private static String declarations(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> " xmlns:n" + number + "='u'")
                .collect(Collectors.joining());
    }

    /** How many events were read until the message was refused. */
    private static int stepsUntil(String reason, String body) {
        int[] steps = new int[1];
        XMLStreamException refused = assertThrows(XMLStreamException.class, () -> {
            GuardedXmlReader reader = GuardedXmlReader.of(body);
            while (reader.hasNext()) {
                reader.next();
                steps[0]++;
            }
        });
        assertEquals(reason, refused.getMessage());
        return steps[0];
    }

    private static void isRefused(String reason, String body) {
        for (UnreadableBodyException error : AttackBodies.refusals(body)) {
            assertEquals("This is not a body that drc sends: " + reason + ".", error.getMessage());
        }
    }

    @Test
    void namesThatShareAHashCodeAreReadNoFurtherThanRealMessagesGo() {
        assertEquals(colliding(1).hashCode(), colliding(2).hashCode());
        String body = AttackBodies.CALLBACK.withContent(siblings());

        assertTrue(stepsUntil(TOO_MANY_NAMES, body) < 1_000);
        isRefused(TOO_MANY_NAMES, body);
    }

    @Test
    void inTheDetailOfAFaultAsWell() {
        String body = ProofMessages.fault().replace("</S:Fault>", "<detail>" + siblings() + "</detail></S:Fault>");

        assertTrue(stepsUntil(TOO_MANY_NAMES, body) < 1_000);
    }

    // A prefix is looked up in all that are declared around it.
    @Test
    void thousandsOfNamespacesAreNotEvenParsed() {
        String onOne = AttackBodies.CALLBACK.withContent("<x" + declarations(5_000) + ">" + "<n0:x/>".repeat(100_000));
        String onMany = AttackBodies.CALLBACK.withContent(("<x" + declarations(50) + "/>").repeat(1_000));

        assertEquals(0, stepsUntil(TOO_MANY_NAMESPACES, onOne));
        assertEquals(0, stepsUntil(TOO_MANY_NAMESPACES, onMany));
        isRefused(TOO_MANY_NAMESPACES, onOne);
    }

    @Test
    void attributesAreCountedByTheParser() {
        String attributes = IntStream.range(0, 5_000)
                .mapToObj(number -> " " + colliding(number) + "=''")
                .collect(Collectors.joining());

        isRefused("it is no well-formed XML", AttackBodies.CALLBACK.withContent("<x" + attributes + "/>"));
    }

    @Test
    void itemsWhoseNamesShareAHashCodeAreKeptInOrder() {
        String items = IntStream.range(0, 10_000)
                .mapToObj(number -> "<dataItem><name>" + colliding(number) + "</name><value>1</value></dataItem>")
                .collect(Collectors.joining());
        assertTrue(items.length() < MEGABYTE);

        assertEquals(
                10_000,
                DrcGateway.decode(AttackBodies.CALLBACK.withContent(items))
                        .other()
                        .size());
    }
}
