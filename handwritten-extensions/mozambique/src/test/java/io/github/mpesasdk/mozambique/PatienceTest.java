package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** A customer may take more than a minute over the PIN. */
class PatienceTest {

    private static final String DONE = "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}";

    @Test
    void aSlowCustomerOutlastsAnImpatientHttpClient() {
        AtomicLong readTimeout = new AtomicLong();
        AtomicLong callTimeout = new AtomicLong();
        OkHttpClient impatient = new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(50))
                .callTimeout(Duration.ofMillis(100))
                .addInterceptor(chain -> {
                    readTimeout.set(chain.readTimeoutMillis());
                    callTimeout.set(chain.call().timeout().timeoutNanos());
                    return chain.proceed(chain.request());
                })
                .build();
        try (DyingServer server = DyingServer.start(after(400, Fates.answer("201 Created", DONE)));
                Mozambique mozambique = TestGateway.settings()
                        .at(TestGateway.base(server.baseUrl()))
                        .httpClient(impatient)
                        .build()) {
            String id = mozambique
                    .c2b()
                    .charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER))
                    .acknowledgement()
                    .transactionId();

            assertEquals("TST1", id);
            assertEquals(0, readTimeout.get(), "only the whole call is limited");
            assertTrue(callTimeout.get() >= TimeUnit.SECONDS.toNanos(90), "call time-out");
        }
    }

    private static Fate after(long milliseconds, Fate fate) {
        return (request, connection) -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the server was stopped");
            }
            fate.befall(request, connection);
        };
    }
}
