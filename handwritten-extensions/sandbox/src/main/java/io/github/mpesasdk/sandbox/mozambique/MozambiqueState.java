package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ipg.GatewayState;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that the operations of Mozambique's own API share. */
final class MozambiqueState {

    static final String SERVICE_PROVIDER = "171717";
    static final String RECEIVER = "979797";
    static final String DEFAULT_APP = "default";

    final GatewayState gateway;
    final MozambiqueCodes codes = new MozambiqueCodes();
    final OperationPorts ports;
    final String apiKey;
    final String initiatorIdentifier;
    final String securityCredential;
    volatile CustomerNameForm customerNameForm = CustomerNameForm.RESULT_CODE;

    private final AtomicInteger transactions = new AtomicInteger();
    private final Map<String, String> namesByKey = new ConcurrentHashMap<>();

    MozambiqueState(MarketContext context) {
        gateway = new GatewayState(context, new Phone("258\\d{9}", "258 and nine digits"), this::transactionId);
        ports = new OperationPorts(context.ports());
        apiKey = add(DEFAULT_APP);
        initiatorIdentifier = gateway.random().letters(8);
        securityCredential = gateway.random().letters(8);
    }

    /** Both forms are on record; they take turns, so that nobody relies on one. */
    private String transactionId(RandomText random) {
        return transactions.getAndIncrement() % 2 == 0 ? random.smallLetters(12) : random.capitals(11);
    }

    /** Adds an application and draws its API key. */
    String add(String name) {
        String key = gateway.random().letters(32);
        namesByKey.put(key, name);
        return key;
    }

    Optional<String> nameOf(String key) {
        return Optional.ofNullable(namesByKey.get(key));
    }

    void reset() {
        gateway.reset();
        customerNameForm = CustomerNameForm.RESULT_CODE;
    }
}
