package shop;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drcapi.model.DrcC2bAnswer;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Takes one payment, with what the page of DRC shows: {@code Shop <gateway> <user> <password> <code> <command>}. */
public final class Shop {

    private Shop() {}

    public static void main(String[] args) throws Exception {
        URI gateway = URI.create(args[0]);
        String username = args[1];
        String password = args[2];
        String code = args[3];
        String command = args[4];
        String callbackKey = "a-callback-key-of-more-than-32-characters";
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI callbacks = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/mpesa");
        web.start();
        try {
            // README
        } finally {
            web.stop(0);
        }
    }

    private static HttpHandler receiver(DrcGateway drc) {
        return exchange -> {
            String body = new String(exchange.getRequestBody().readNBytes(65_536), StandardCharsets.UTF_8);
            byte[] answer = drc.callbacks()
                    .receive(exchange.getRequestURI().getPath(), body)
                    .acknowledgement()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        };
    }

    private static void tell(Outcome outcome) {
        if (outcome instanceof Succeeded paid) System.out.println("shipped " + paid.receipt().orElse("without a receipt"));
        else if (outcome instanceof Failed failed) System.out.println("failed: " + failed.advice());
        else System.out.println("ask later: " + outcome.why());
    }
}
