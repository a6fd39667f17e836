package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import io.github.mpesasdk.sandbox.market.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells the state of a mandate and, on request, whether the customer could pay an amount. */
final class DirectDebitQuery implements Operation {

    private static final List<String> ACCOUNT_STATES = List.of("Active", "Pending Approval", "Locked", "Inactive");
    private static final List<String> MANDATE_STATES = List.of("Active", "Pending Approval", "Cancelled", "Expired");
    /** The test customer has this much. */
    private static final BigDecimal TEST_BALANCE = new BigDecimal("500");

    private final Gateway gateway;
    private final Mandates mandates;

    DirectDebitQuery(Gateway gateway, Mandates mandates) {
        this.gateway = gateway;
        this.mandates = mandates;
    }

    @Override
    public Task begin(Call call) {
        return ending(code -> canned(call), () -> look(call));
    }

    @Override
    public Result refused(Code code) {
        return Result.of(code).with("TransactionReference", "N/A");
    }

    private Result look(Call call) {
        Optional<Mandate> found = mandates.of(call);
        if (found.isEmpty()) {
            return refused(gateway.catalogue().of("INS-58", call.id()));
        }
        Mandate mandate = found.get();
        Optional<Code> contradiction = mandates.contradiction(call, mandate);
        if (contradiction.isPresent()) {
            return refused(contradiction.get());
        }
        return told(call, gateway.ledger().balance(mandate.msisdn()))
                .with("MsisdnToken", mandate.token())
                .with("MandateID", mandate.id())
                .with("MandateStatus", mandate.active() ? "Active" : "Cancelled")
                .with("AccountStatus", "Active")
                .withAny("FirstPaymentDate", mandate.firstPaymentDate())
                .withAny("Frequency", mandate.frequency())
                .withAny("PaymentDayFrom", mandate.paymentDayFrom())
                .withAny("PaymentDayTo", mandate.paymentDayTo())
                .withAny("ExpiryDate", mandate.expiryDate());
    }

    private Result canned(Call call) {
        return told(call, TEST_BALANCE)
                .withAny("MandateID", call.text("MandateID"))
                .with("MandateStatus", nth(MANDATE_STATES, call.text("MandateID")))
                .with("AccountStatus", nth(ACCOUNT_STATES, call.text("CustomerMSISDN")));
    }

    private Result told(Call call, BigDecimal balance) {
        Result result = Result.of(gateway.success(call)).with("TransactionReference", call.text("ThirdPartyReference"));
        if (!call.text("QueryBalanceAmount").equals("True")) {
            return result;
        }
        boolean enough = balance.compareTo(call.amount("BalanceAmount")) >= 0;
        return result.with("SufficientBalance", enough ? "True" : "False");
    }

    /** The n-th test number stands for the n-th state, any other for the first. */
    private static String nth(List<String> states, String number) {
        return number.matches("0+[1-4]") ? states.get(number.charAt(number.length() - 1) - '1') : states.get(0);
    }
}
