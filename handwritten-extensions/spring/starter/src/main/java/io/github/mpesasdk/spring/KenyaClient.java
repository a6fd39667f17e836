package io.github.mpesasdk.spring;

import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.core.crypto.KeySetting;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client for Kenya. */
final class KenyaClient extends ManagedClient<Daraja, DarajaBuilder, KenyaProperties> {

    static final String MARKET = "kenya";

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("environment", "environment"),
            Map.entry("consumer key", "consumer-key"),
            Map.entry("consumer secret", "consumer-secret"),
            Map.entry("payBill", "pay-bill"),
            Map.entry("store number", "store-number"),
            Map.entry("till number", "till-number"),
            Map.entry("passkey", "passkey"),
            Map.entry("shortCode", "short-code"),
            Map.entry("initiator name", "initiator.name"),
            Map.entry("initiator password", "initiator.password"),
            Map.entry("callbacksAt", "callbacks.url"));

    private @Nullable C2bJudge judge;

    KenyaClient(String name, KenyaProperties all, ClientParts parts) {
        super(MARKET, name, all, parts);
    }

    @Override
    DarajaBuilder builder(SettingProblems problems) {
        DarajaBuilder builder = Daraja.builder();
        KenyaProperties set = properties();
        if (set.url() != null) {
            problems.give("url", set.url(), builder::at);
        } else if (set.environment() == GatewayEnvironment.PRODUCTION) {
            builder.production();
        } else if (set.environment() == GatewayEnvironment.SANDBOX) {
            builder.sandbox();
        }
        if (set.consumerKey() != null && set.consumerSecret() != null) {
            builder.app(set.consumerKey(), set.consumerSecret());
        }
        problems.together("consumer-secret", set.consumerSecret(), "consumer-key", set.consumerKey());
        problems.together("consumer-key", set.consumerKey(), "consumer-secret", set.consumerSecret());
        receivers(builder, set, problems);
        problems.give("short-code", set.shortCode(), builder::shortCode);
        initiator(builder, set.initiator(), problems);
        problems.give("callbacks.url", parts().callbackAddress(callbacks(), path()), builder::callbacksAt);
        if (Boolean.TRUE.equals(set.pullTransactions())) {
            builder.pullTransactions();
        }
        builder.onReceived(payment -> parts().events().publish(tenant(), payment));
        validation(set.c2bValidation(), problems);
        return builder;
    }

    private static void receivers(DarajaBuilder builder, KenyaProperties set, SettingProblems problems) {
        String passkey = set.passkey();
        if (set.payBill() != null && set.tillNumber() != null) {
            problems.add("pay-bill", "and " + problems.name("till-number") + " must not both be set");
        }
        if (set.payBill() != null && passkey != null) {
            builder.payBill(set.payBill(), passkey);
        } else if (set.storeNumber() != null && set.tillNumber() != null && passkey != null) {
            builder.till(set.storeNumber(), set.tillNumber(), passkey);
        }
        problems.together("passkey", passkey, "pay-bill", set.payBill());
        problems.together("passkey", passkey, "till-number", set.tillNumber());
        problems.together("store-number", set.storeNumber(), "till-number", set.tillNumber());
        problems.together("till-number", set.tillNumber(), "store-number", set.storeNumber());
        if (passkey != null && set.payBill() == null && set.tillNumber() == null && set.storeNumber() == null) {
            problems.add(
                    "pay-bill", "or " + problems.name("till-number") + " is needed beside " + problems.name("passkey"));
        }
    }

    private static void initiator(
            DarajaBuilder builder, KenyaProperties.@Nullable Initiator operator, SettingProblems problems) {
        if (operator == null) {
            return;
        }
        String certificate = operator.certificate();
        if (operator.name() != null && operator.password() != null && certificate != null) {
            String property = "initiator.certificate";
            problems.attempt(
                    Map.of(),
                    property,
                    () -> builder.initiator(
                            operator.name(),
                            operator.password(),
                            KeySetting.read(certificate, problems.name(property))));
        }
        problems.together("initiator.name", operator.name(), "initiator", operator);
        problems.together("initiator.password", operator.password(), "initiator", operator);
        problems.together("initiator.certificate", certificate, "initiator", operator);
    }

    private void validation(KenyaProperties.@Nullable C2bValidation set, SettingProblems problems) {
        Duration timeout = set == null || set.timeout() == null ? C2bJudge.DEFAULT_TIMEOUT : set.timeout();
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(C2bJudge.LONGEST_TIMEOUT) > 0) {
            problems.add("c2b-validation.timeout", "must be more than nothing and at most 7 seconds");
        }
        boolean isAcceptedIfLate = set != null && Boolean.TRUE.equals(set.acceptIfLate());
        judge = parts().bean(C2bValidator.class)
                .map(validator -> new C2bJudge(validator, timeout, isAcceptedIfLate))
                .orElse(null);
    }

    @Override
    Map<String, String> propertyBySetting() {
        return PROPERTIES;
    }

    @Override
    Daraja build(DarajaBuilder builder) {
        return builder.build();
    }

    @Override
    Answer receive(String path, String body) {
        Received<DarajaCallback> received = getObject().callbacks().receive(path, body);
        // The confirmation has the same form, but says that the customer has paid.
        if (judge != null
                && received.outcome() instanceof Pending
                && received.event().orElse(null) instanceof C2bNotification payment) {
            return new Answer(acknowledgementType(), judge.answer(payment));
        }
        return new Answer(acknowledgementType(), received.acknowledgement());
    }

    @Override
    public Class<?> getObjectType() {
        return Daraja.class;
    }

    @Override
    public void destroy() {
        if (judge != null) {
            judge.close();
        }
        super.destroy();
    }
}
