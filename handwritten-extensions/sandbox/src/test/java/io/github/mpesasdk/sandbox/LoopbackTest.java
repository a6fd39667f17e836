package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/paid, true",
        "http://127.9.9.9/paid, true",
        "https://localhost/paid, true",
        "http://LOCALHOST/paid, true",
        "http://[::1]:8080/paid, true",
        "http://10.0.0.1/paid, false",
        "http://127.0.0.1.shop.example/paid, false",
        "http://localhost.shop.example/paid, false",
        "http://shop.example/127.0.0.1, false",
        "http://127.0.0.1@shop.example/paid, false",
        "ftp://127.0.0.1/paid, false",
        "/paid, false",
    })
    void onlyAddressesThatCanMeanNothingElse(URI uri, boolean loopback) {
        assertEquals(loopback, Loopback.is(uri));
    }
}
