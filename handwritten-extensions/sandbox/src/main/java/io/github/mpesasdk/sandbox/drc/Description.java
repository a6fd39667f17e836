package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import java.util.Optional;

/** The WSDL and the schema it imports, for clients that are built from the address. */
final class Description {

    private static final String FOLDER = "io/github/mpesasdk/specs/drc/";
    private static final String INSIGHT = "/insight/SOAPIn";
    private static final String GATEWAY = "https://[^\"]*" + INSIGHT;

    private Description() {}

    static Optional<MarketAnswer> answer(MarketRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (request.path().equals("/insight/ipg.xsd")) {
            return Optional.of(SoapAnswers.xml(200, OpenApiSpec.read(FOLDER + "ipg.xsd")));
        }
        if (!request.path().equals(INSIGHT) || !request.query().containsKey("wsdl")) {
            return Optional.empty();
        }
        // A client that believes the address in here must come back to this machine, and never reach the real gateway.
        String here = "http://127.0.0.1:" + request.port() + INSIGHT;
        return Optional.of(
                SoapAnswers.xml(200, OpenApiSpec.read(FOLDER + "ipg.wsdl").replaceFirst(GATEWAY, here)));
    }
}
