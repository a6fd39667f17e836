package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What faults do to a connection, seen from below HTTP. */
class WireFaultsTest extends SandboxTest {

    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";

    WireFaultsTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void aSecondAnswerFollowsTheFirstAndTheConnectionLivesOn() throws Exception {
        kenya.faults().next("stkPush", Fault.TWO_ANSWERS);
        try (RawConnection connection = new RawConnection(kenya.baseUrl())) {
            connection.post(PUSH, merchant.token(), merchant.push().toString());
            String[] answers = connection.read(RawConnection::hasTwoAnswers).split("HTTP/1.1 200 ", -1);
            assertEquals(3, answers.length);
            assertEquals(body(answers[1]), body(answers[2]));
            String length = "Content-Length: " + body(answers[1]).length() + "\r\n";
            assertTrue(answers[1].contains(length) && answers[2].contains(length));

            connection.post(PUSH, merchant.token(), "{}");
            assertTrue(
                    connection.read(RawConnection::hasAnAnswer).contains("400.002.02"),
                    "a refusal, to the reader of two answers");
        }
        assertEquals(2, kenya.journal().count("stkPush"));
    }

    @Test
    void aStrayLineBreakFollowsTheBody() throws Exception {
        kenya.faults().next("stkPush", Fault.STRAY_LINE_BREAK);
        try (RawConnection connection = new RawConnection(kenya.baseUrl())) {
            connection.post(PUSH, merchant.token(), merchant.push().toString());
            String answer = connection.read(all -> all.endsWith("}\r\n"));
            assertTrue(answer.endsWith("}\r\n"), answer);
            assertTrue(answer.contains("Content-Length: " + (body(answer).length() - 2) + "\r\n"), answer);
        }
    }

    @Test
    void aConnectionIsClosedWhileItIsIdle() throws Exception {
        kenya.faults().next("stkPush", Fault.CLOSED_WHILE_IDLE);
        try (RawConnection connection = new RawConnection(kenya.baseUrl())) {
            connection.post(PUSH, merchant.token(), merchant.push().toString());
            String answer = connection.read(all -> all.endsWith("}"));
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && !answer.contains("Connection: close"), answer);
            assertTrue(connection.isClosed());
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
