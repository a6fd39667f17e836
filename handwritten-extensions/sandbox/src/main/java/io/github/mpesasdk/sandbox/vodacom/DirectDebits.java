package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Payment;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What is done with mandates, by market and ThirdPartyReference: they are made, asked for, collected under and ended. A
 * cancelled one stays, so that it can be asked for.
 */
final class DirectDebits {

    private static final List<String> ACCOUNT_STATES = List.of("Active", "Pending Approval", "Locked", "Inactive");
    private static final List<String> MANDATE_STATES = List.of("Active", "Pending Approval", "Cancelled", "Expired");
    /** The test customer has this much. */
    private static final BigDecimal TEST_BALANCE = new BigDecimal("500");

    private final VodacomMarket gateway;
    private final LatestMap<String, Mandate> mandates = new LatestMap<>((key, mandate) ->
            key.length() + mandate.terms().place().request().body().length());

    DirectDebits(VodacomMarket gateway) {
        this.gateway = gateway;
    }

    /** Lets a business collect from a customer, who is presumed to agree. */
    Result create(Call call) {
        byte[] secret = gateway.random().letters(16).getBytes(StandardCharsets.US_ASCII);
        Mandate mandate = new Mandate(
                call.text("ThirdPartyReference"),
                call.text("CustomerMSISDN"),
                Base64.getEncoder().encodeToString(secret),
                "1" + gateway.random().digits(4),
                call,
                true);
        if (!isKept(key(call), mandate)) {
            // Inferred: a duplicate is recorded for this operation, but not what of it was the same.
            return gateway.refused(call, gateway.code(Reason.DUPLICATE, call));
        }
        return done(call).with("MsisdnToken", mandate.token()).with("MandateID", mandate.id());
    }

    /** Tells the state of a mandate and, on request, whether the customer could pay an amount. */
    Result tell(Call call) {
        Optional<Mandate> found = of(call);
        Optional<Code> refusal = found.isEmpty() ? Optional.of(none(call)) : contradiction(call, found.get());
        if (refusal.isPresent()) {
            return gateway.refused(call, refusal.get());
        }
        Mandate mandate = found.orElseThrow();
        Call asked = mandate.terms();
        return balance(call, gateway.ledger().balance(mandate.msisdn()))
                .with("MsisdnToken", mandate.token())
                .with("MandateID", mandate.id())
                .with("MandateStatus", mandate.active() ? "Active" : "Cancelled")
                .with("AccountStatus", "Active")
                .withAny("FirstPaymentDate", asked.text("FirstPaymentDate"))
                .withAny("Frequency", asked.text("Frequency"))
                .withAny("PaymentDayFrom", asked.text("StartRangeOfDays"))
                .withAny("PaymentDayTo", asked.text("EndRangeOfDays"))
                .withAny("ExpiryDate", asked.text("ExpiryDate"));
    }

    /** The same of a test customer. */
    Result tellOfTest(Call call) {
        return balance(call, TEST_BALANCE)
                .withAny("MandateID", call.text("MandateID"))
                .with("MandateStatus", nth(MANDATE_STATES, call.text("MandateID")))
                .with("AccountStatus", nth(ACCOUNT_STATES, call.text("CustomerMSISDN")));
    }

    /** Ends a mandate. */
    Result cancel(Call call) {
        Optional<Mandate> mandate = of(call);
        Optional<Code> refusal = refusal(call, mandate);
        if (refusal.isPresent()
                || !mandates.replace(
                        key(call), mandate.orElseThrow(), mandate.get().cancelled())) {
            return gateway.refused(call, refusal.orElseGet(() -> none(call)));
        }
        return done(call).with("MsisdnToken", mandate.get().token());
    }

    /** It was done to the mandate of this reference. */
    Result done(Call call) {
        return Result.of(gateway.success(call)).with("TransactionReference", call.text("ThirdPartyReference"));
    }

    /** Collects under a mandate, without asking the customer. */
    Payment payment() {
        return new Payment(
                gateway,
                LedgerEntry.Kind.DIRECT_DEBIT,
                call -> of(call).map(Mandate::msisdn).orElse(call.text("CustomerMSISDN")),
                call -> call.text("ServiceProviderCode")) {

            @Override
            protected Result settle(Call call, LedgerEntry entry) {
                Optional<Mandate> mandate = of(call);
                // Inferred for this operation; the words are documented for the cancellation.
                Optional<Code> refusal = refusal(call, mandate);
                if (refusal.isPresent()) {
                    return end(call, entry, refusal);
                }
                Result result = super.settle(call, entry);
                boolean paid = result.code().equals(gateway.success(call));
                return paid ? result.with("MsisdnToken", mandate.orElseThrow().token()) : result;
            }
        };
    }

    /** A mandate that was cancelled makes way for a new one. */
    private synchronized boolean isKept(String key, Mandate mandate) {
        boolean free = mandates.get(key).filter(Mandate::active).isEmpty();
        if (free) {
            mandates.put(key, mandate);
        }
        return free;
    }

    void reset() {
        mandates.clear();
    }

    private Optional<Mandate> of(Call call) {
        return mandates.get(key(call));
    }

    private static String key(Call call) {
        return call.market() + " " + call.text("ThirdPartyReference");
    }

    /** Why nothing can be done under a mandate. */
    private Optional<Code> refusal(Call call, Optional<Mandate> mandate) {
        return mandate.flatMap(known -> contradiction(call, known))
                .or(() -> mandate.filter(Mandate::active).isPresent() ? Optional.empty() : Optional.of(none(call)));
    }

    /** What a request says of a mandate that is not so. */
    private Optional<Code> contradiction(Call call, Mandate mandate) {
        if (differs(call, "MandateID", mandate.id())) {
            return Optional.of(gateway.code(Reason.WRONG_MANDATE, call));
        }
        return differs(call, "CustomerMSISDN", mandate.msisdn()) || differs(call, "MsisdnToken", mandate.token())
                ? Optional.of(gateway.code(Reason.WRONG_CUSTOMER, call))
                : Optional.empty();
    }

    private static boolean differs(Call call, String field, String value) {
        return call.has(field) && !call.text(field).equals(value);
    }

    /** What is said where there is no mandate. */
    private Code none(Call call) {
        return gateway.code(Reason.NO_MANDATE, call);
    }

    private Result balance(Call call, BigDecimal balance) {
        if (!call.text("QueryBalanceAmount").equals("True")) {
            return done(call);
        }
        boolean enough = balance.compareTo(call.amount("BalanceAmount")) >= 0;
        return done(call).with("SufficientBalance", enough ? "True" : "False");
    }

    /** The n-th test number stands for the n-th state, any other for the first. */
    private static String nth(List<String> states, String number) {
        return number.matches("0+[1-4]") ? states.get(number.charAt(number.length() - 1) - '1') : states.get(0);
    }
}
