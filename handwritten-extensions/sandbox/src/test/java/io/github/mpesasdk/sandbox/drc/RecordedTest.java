package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Recordings;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Our acknowledgements beside those of two live calls, of which the items are known and the XML is not. */
class RecordedTest extends DrcTest {

    RecordedTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @Test
    void acknowledgementsAreLikeTheRecordedOnes() throws Exception {
        assertEquals(Set.of("b2c-ack-items", "c2b-ack-items"), Recordings.of("drc"));
        assertAlike("drc/c2b-ack-items", collect(c2b()));
        assertAlike("drc/b2c-ack-items", payOut(b2c()));
    }

    private static void assertAlike(String recording, Message ours) throws IOException {
        JsonObject theirs = Recordings.answer(recording);
        assertEquals(
                theirs.remove("code").getAsString() + " "
                        + theirs.remove("description").getAsString() + " "
                        + theirs.remove("detail").getAsString(),
                ours.event());
        assertEquals(
                theirs.remove("event_id").getAsString(), ours.text("eventid").trim());
        assertEquals(
                theirs.get("ResponseCode").getAsString(), ours.items("response").getOrDefault("ResponseCode", ""));
        Set<String> names = new TreeSet<>(ours.items("request").keySet());
        names.addAll(ours.items("response").keySet());
        assertEquals(new TreeSet<>(theirs.keySet()), names);
    }
}
