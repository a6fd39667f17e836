package io.github.mpesasdk.portalsdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Secrecy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class APIContextTest {

    @Test
    void startsAsDocumented() {
        APIContext context = new APIContext();

        assertEquals("http://localhost:80/", context.getUrl());
        assertEquals(APIMethodType.GET, context.getMethodType());
        assertFalse(context.isSsl());
        assertEquals("", context.getApiKey());
        assertEquals("", context.getPublicKey());
        assertEquals(Map.of(), context.getHeaders());
        assertEquals(Map.of(), context.getParameters());
        assertEquals(Duration.ofSeconds(90), context.getTimeout());
    }

    @Test
    void itsUrlIsWhatWasSet() {
        APIContext context = new APIContext();
        context.setSsl(true);
        context.setAddress("openapi.m-pesa.com");
        context.setPort(443);
        context.setPath("/sandbox/ipg/v2/vodacomTZN/getSession/");

        assertEquals("https://openapi.m-pesa.com:443/sandbox/ipg/v2/vodacomTZN/getSession/", context.getUrl());
    }

    @Test
    void twoContextsShareNothing() {
        APIContext one = new APIContext();
        one.addParameter("input_Amount", "10");
        one.addHeader("Origin", "*");
        APIContext other = new APIContext();

        assertEquals(Map.of(), other.getParameters());
        assertEquals(Map.of(), other.getHeaders());
    }

    @Test
    void twoContextsOfOneBuilderShareNothing() {
        APIContext.Builder builder = APIContext.builder().parameter("input_Amount", "10");
        APIContext first = builder.build();
        APIContext second = builder.parameter("input_Amount", "20").build();
        second.addParameter("input_Country", "TZN");

        assertEquals(Map.of("input_Amount", "10"), first.getParameters());
        assertEquals(Map.of("input_Amount", "20"), builder.build().getParameters());
    }

    @Test
    void keepsCopiesOfMapsAndHandsOutCopies() {
        APIContext context = new APIContext();
        Map<String, String> mine = new HashMap<>(Map.of("input_Amount", "10"));
        context.setParameters(mine);
        context.setHeaders(mine);
        mine.clear();
        Map<String, String> before = context.getParameters();
        context.addParameter("input_Country", "TZN");

        assertEquals(Map.of("input_Amount", "10"), before);
        assertEquals(Map.of("input_Amount", "10"), context.getHeaders());
        assertThrows(UnsupportedOperationException.class, before::clear);
    }

    @Test
    void aParameterWithoutValueIsLeftOut() {
        APIContext context = new APIContext();
        context.addParameter("input_ReversalAmount", "5");
        context.addParameter("input_ReversalAmount", null);

        assertEquals(Map.of(), context.getParameters());
    }

    @Test
    void itsTextTellsNoSecret() {
        APIContext context = Portal.context(APIMethodType.POST, DyingServer.nobody());
        for (String text : List.of(context.toString(), new APIRequest(context).toString())) {
            Portal.sensitiveTexts().forEach(secret -> assertFalse(text.contains(secret), text));
            assertTrue(text.contains("input_CustomerMSISDN=***"), text);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("apiKey is required", context -> context.setApiKey("")),
                fault("publicKey is required", context -> context.setPublicKey("")),
                fault("publicKey is ", context -> context.setPublicKey("s3cret-nonsense!")),
                fault("ssl must be true", context -> context.setAddress("openapi.m-pesa.com")),
                fault("address must be a host name alone", context -> context.setAddress("https://s3cret.example/x")),
                fault("address must be a host name alone", context -> context.setAddress("s3cret:x@host.example")),
                fault("port must be 1 to 65535", context -> context.setPort(0)),
                fault("path must start with /", context -> context.setPath("s3cret")),
                fault("path must start with /", context -> context.setPath("/x?input_Pin=s3cret")),
                fault("headers must have", context -> context.addHeader("Origin", "s3cret\r\nX: y")),
                fault("timeout must be", context -> context.setTimeout(Duration.ZERO)));
    }

    private static Arguments fault(String rule, Consumer<APIContext> fault) {
        return Arguments.of(rule, fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedBeforeAnythingIsSent(String rule, Consumer<APIContext> fault) {
        APIContext context = Portal.context(APIMethodType.POST, DyingServer.nobody());
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> {
            fault.accept(context);
            new APIRequest(context).execute();
        });

        assertTrue(String.valueOf(error.getMessage()).contains(rule), error.getMessage());
        Secrecy.prove(error, List.of("s3cret", Portal.API_KEY, Portal.MSISDN));
    }
}
