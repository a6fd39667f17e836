package shop;

import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.kenya.Daraja;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Takes one payment, with what the README shows: {@code Shop <gateway> <consumer key> <secret> <pay bill> <passkey>}. */
public final class Shop {

    private Shop() {}

    public static void main(String[] args) throws Exception {
        URI gateway = URI.create(args[0]);
        String consumerKey = args[1];
        String consumerSecret = args[2];
        String payBill = args[3];
        String passkey = args[4];
        String callbackKey = "a-callback-key-of-more-than-32-characters";
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI callbacks = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/pay");
        web.start();
        try {
            // README
        } finally {
            web.stop(0);
        }
    }

    private static void ship(Optional<String> receipt) {
        System.out.println("shipped " + receipt.orElse("without a receipt"));
    }

    private static void tell(String advice) {
        System.out.println("failed: " + advice);
    }

    private static void askLater(String reference, String why) {
        System.out.println("ask later: " + reference + ": " + why);
    }
}
