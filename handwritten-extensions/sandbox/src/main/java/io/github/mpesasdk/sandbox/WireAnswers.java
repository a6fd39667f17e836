package io.github.mpesasdk.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import wiremock.org.eclipse.jetty.server.HttpConnection;

/** Puts an answer on the wire, or what a fault leaves of it. */
final class WireAnswers {

    private static final Duration IDLE = Duration.ofMillis(50);

    private final Duration slowness;

    WireAnswers(Duration slowness) {
        this.slowness = slowness;
    }

    /** Whether a client hears any HTTP answer under this fault. */
    static boolean answers(Optional<Fault> fault) {
        return fault.filter(struck -> struck == Fault.DROP_BEFORE_PROCESSING
                        || struck == Fault.DROP_CONNECTION
                        || struck == Fault.RESET_CONNECTION)
                .isEmpty();
    }

    ResponseDefinition plain(MarketAnswer answer) {
        return builder(answer).withBody(answer.body()).build();
    }

    ResponseDefinition struck(MarketAnswer answer, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return plain(answer);
        }
        ResponseDefinitionBuilder builder = builder(answer).withBody(answer.body());
        switch (fault.get()) {
            case DROP_BEFORE_PROCESSING, DROP_CONNECTION ->
                builder.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
            case RESET_CONNECTION ->
                builder.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
            case TRUNCATED_BODY ->
                builder.withHeader("Content-Length", length(answer)).withBody(half(answer.body()));
            case UNREADABLE_BODY -> builder.withBody(half(answer.body()));
            case SLOW -> builder.withFixedDelay((int) slowness.toMillis());
            case TWO_ANSWERS -> followed(builder, answer, response(answer));
            case STRAY_LINE_BREAK -> followed(builder, answer, "\r\n");
            // WireMock has no such fault; the server that carries it closes what stays idle.
            case CLOSED_WHILE_IDLE ->
                HttpConnection.getCurrentConnection().getEndPoint().setIdleTimeout(IDLE.toMillis());
            default -> {
                // The other faults have done their work on the answer itself.
            }
        }
        return builder.build();
    }

    private static ResponseDefinitionBuilder builder(MarketAnswer answer) {
        ResponseDefinitionBuilder builder =
                ResponseDefinitionBuilder.responseDefinition().withStatus(answer.status());
        answer.headers().forEach(builder::withHeader);
        return builder;
    }

    /** More goes out behind the body than its length says, and in the same write. */
    private static void followed(ResponseDefinitionBuilder builder, MarketAnswer answer, String more) {
        builder.withHeader("Content-Length", length(answer)).withBody(answer.body() + more);
    }

    /** The answer as HTTP writes it. */
    private static String response(MarketAnswer answer) {
        StringBuilder response = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        answer.headers().forEach((name, value) -> response.append(name + ": " + value + "\r\n"));
        return response + "Content-Length: " + length(answer) + "\r\n\r\n" + answer.body();
    }

    private static String length(MarketAnswer answer) {
        return String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }

    private static String half(String body) {
        return body.substring(0, body.length() / 2);
    }
}
