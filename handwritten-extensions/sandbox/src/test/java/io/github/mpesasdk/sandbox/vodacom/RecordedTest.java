package io.github.mpesasdk.sandbox.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Recordings;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our answers beside those that the gateway sent to others. */
class RecordedTest extends VodacomTest {

    RecordedTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @Test
    void answersAreLikeTheRecordedOnes() throws Exception {
        assertEquals(Set.of("b2c-201", "b2c-duplicate-409", "get-session-lesotho"), Recordings.of("vodacom"));
        Recordings.assertAnswer("vodacom/get-session-lesotho", openSession("vodacomLES", vodacom.apiKey()));
        JsonObject payment = b2c();
        Recordings.assertAnswer("vodacom/b2c-201", post(B2C, payment));
        Recordings.assertAnswer("vodacom/b2c-duplicate-409", post(B2C, payment));
    }
}
