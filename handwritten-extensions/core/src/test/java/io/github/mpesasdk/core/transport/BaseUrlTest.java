package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:9/base",
                "HTTPS://api.example"
            })
    void takesHttpsAndThisMachine(String address) {
        BaseUrl.of(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example",
                "http://localhost.example",
                "http://localhost@api.example",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "ftp://localhost",
                "localhost",
                "https:///path",
                "https://user:s3cret@api.example",
                "https://api.example?key=s3cret",
                "https://api.example#s3cret"
            })
    void refusesClearTextToOthersAndWhateverIsNoPlainAddress(String address) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> BaseUrl.of(URI.create(address)));
        assertFalse(error.getMessage().contains("s3cret"));
    }

    @Test
    void takesClearTextWhereTheCallerSaysInsecureOutLoud() {
        assertFalse(BaseUrl.insecure(URI.create("http://gateway.test")).isLoopback());
        assertTrue(BaseUrl.insecure(URI.create("http://localhost")).isLoopback());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example, https://api.example/pay/v1",
        "https://api.example/, https://api.example/pay/v1",
        "https://api.example/base, https://api.example/base/pay/v1",
        "https://api.example/base/, https://api.example/base/pay/v1",
        "https://api.example:8443/a%20b, https://api.example:8443/a%20b/pay/v1"
    })
    void findsThePathBelowTheBase(String base, String expected) {
        assertEquals(
                expected, BaseUrl.of(URI.create(base)).resolve(at("/pay/v1")).toString());
    }

    @Test
    void namesHostAndPort() {
        assertEquals(
                "api.example:443", BaseUrl.of(URI.create("https://api.example")).authority());
    }

    @Test
    void anOperationMayHaveAPortOfItsOwn() {
        BaseUrl base = BaseUrl.of(URI.create("https://api.example"));

        assertEquals(
                "https://api.example:18352/pay",
                base.withPortsOfTheSpec().resolve(at("/pay")).toString());
        assertEquals("https://api.example/pay", base.resolve(at("/pay")).toString());
        assertEquals(
                "https://api.example:9000/pay",
                base.withPorts(Map.of("pay", 9000)).resolve(at("/pay")).toString());
    }

    private static Operation<?, ?> at(String path) {
        return Operation.of("post", "pay", Operation.Input.BODY, Wire.ADAPTER, Wire.ADAPTER)
                .at("POST", path)
                .port(18352)
                .effect(Effect.MONEY)
                .success(Success.whenField("Code").is("0"))
                .evidence(Evidence.INFERRED)
                .build();
    }
}
