package io.github.mpesasdk.drc;

import io.github.mpesasdk.drc.wsimport.CallbackSOAP;
import io.github.mpesasdk.drc.wsimport.DataItem;
import jakarta.jws.WebService;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A merchant who receives callbacks by the interface generated from our WSDL. */
@WebService(
        endpointInterface = "io.github.mpesasdk.drc.wsimport.CallbackSOAP",
        targetNamespace = "http://www.4cgroup.co.za/genericsoap",
        serviceName = "Callback",
        portName = "CallbackPort")
public class ProofReceiver implements CallbackSOAP {

    /** A callback as it arrived: items as name, type and value. */
    record Seen(@Nullable String eventId, List<List<String>> items) {}

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    @Override
    public void getGenericResult(DataItem request, String eventID) {
        seen.add(new Seen(eventID, ProofGateway.items(request)));
    }

    /** The next callback; the operation has no output, so the caller may be gone before it arrives. */
    Seen next() throws InterruptedException {
        Seen next = seen.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no callback arrived");
        }
        return next;
    }
}
