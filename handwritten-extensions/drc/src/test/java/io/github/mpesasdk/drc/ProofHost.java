package io.github.mpesasdk.drc;

import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.drc.wsimport.CallbackSOAP;
import io.github.mpesasdk.drc.wsimport.GenericSOAP;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.transform.stream.StreamSource;

/** The reference implementation of JAX-WS on loopback, run from our WSDL; and clients of it. */
final class ProofHost implements AutoCloseable {

    static final Path SPECS =
            Path.of("..", "..", "specs", "drc").toAbsolutePath().normalize();

    // It tells every start, and every refusal that a test asks for. Held, or else it would be forgotten.
    private static final Logger STACK = Logger.getLogger("com.sun.xml.ws");

    static {
        STACK.setLevel(Level.OFF);
    }

    final ProofGateway gateway = new ProofGateway();
    final ProofReceiver receiver = new ProofReceiver();
    private final HttpServer server;

    private ProofHost(HttpServer server) {
        this.server = server;
    }

    static ProofHost start() {
        try {
            ProofHost host =
                    new ProofHost(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            host.publish(host.gateway, "/insight/SOAPIn");
            host.publish(host.gateway, "/iPG/B2C");
            host.publish(host.receiver, "/callback");
            host.server.start();
            return host;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private void publish(Object service, String path) {
        Endpoint endpoint = Endpoint.create(service);
        // With these it does not make up a WSDL of its own from the annotations.
        endpoint.setMetadata(List.of(
                new StreamSource(SPECS.resolve("ipg.wsdl").toUri().toString()),
                new StreamSource(SPECS.resolve("ipg.xsd").toUri().toString())));
        endpoint.publish(server.createContext(path));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI at(String path) {
        return URI.create(base() + path);
    }

    /** Our client of it. */
    DrcGatewayBuilder sdk() {
        return DrcGateway.builder()
                .at(base())
                .login(ProofGateway.USER, ProofGateway.PASSWORD)
                .c2bAccount("8337", "InitTrans_exampleC2B")
                .b2cAccount("SHOP", "15058", "InitTrans_exampleB2C")
                .callbacksAt(URI.create("https://shop.example/mpesa"))
                .retries(RetryPolicy.NONE);
    }

    /** Anybody's client of it. */
    GenericSOAP theirs(String path) {
        return at(new io.github.mpesasdk.drc.wsimport.Gateway(wsdl()).getGatewayPort(), at(path));
    }

    /** Anybody's gateway that calls back. */
    static CallbackSOAP theirCallbacks(URI address) {
        return at(new io.github.mpesasdk.drc.wsimport.Callback(wsdl()).getCallbackPort(), address);
    }

    private static <T> T at(T port, URI address) {
        ((BindingProvider) port).getRequestContext().put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address.toString());
        return port;
    }

    private static URL wsdl() {
        try {
            return SPECS.resolve("ipg.wsdl").toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Posts text as it is. */
    static HttpResponse<String> post(URI address, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "text/xml; charset=UTF-8")
                                .header("SOAPAction", "\"\"")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
