package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells the state of a mandate and, on request, whether the customer could pay an amount. */
final class DirectDebitQuery implements Operation {

    private static final List<String> ACCOUNT_STATES = List.of("Active", "Pending Approval", "Locked", "Inactive");
    private static final List<String> MANDATE_STATES = List.of("Active", "Pending Approval", "Cancelled", "Expired");
    /** The test customer has this much. */
    private static final BigDecimal TEST_BALANCE = new BigDecimal("500");

    private final VodacomState state;

    DirectDebitQuery(VodacomState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(code -> canned(call, code)).orElseGet(() -> look(call)));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code).with("TransactionReference", "N/A");
    }

    private Result look(Call call) {
        Optional<Mandate> found = state.mandates.of(call);
        if (found.isEmpty()) {
            return refused(VodacomCodes.NO_ACTIVE_MANDATE);
        }
        Mandate mandate = found.get();
        Optional<InsCode> contradiction = Mandates.contradiction(call, mandate)
                .map(code -> code.equals(VodacomCodes.MANDATE_MISMATCH) ? code.with(500) : code);
        if (contradiction.isPresent()) {
            return refused(contradiction.get());
        }
        Result result = told(call, state.gateway.ledger().balance(mandate.msisdn()))
                .with("MsisdnToken", mandate.token())
                .with("MandateID", mandate.id())
                .with("MandateStatus", mandate.active() ? "Active" : "Cancelled")
                .with("AccountStatus", "Active");
        result = with(result, "FirstPaymentDate", mandate.firstPaymentDate());
        result = with(result, "Frequency", mandate.frequency());
        result = with(result, "PaymentDayFrom", mandate.paymentDayFrom());
        result = with(result, "PaymentDayTo", mandate.paymentDayTo());
        return with(result, "ExpiryDate", mandate.expiryDate());
    }

    private Result canned(Call call, InsCode code) {
        if (!code.code().equals("INS-0")) {
            return refused(code);
        }
        Result result = with(told(call, TEST_BALANCE), "MandateID", call.text("MandateID"));
        return result.with("MandateStatus", nth(MANDATE_STATES, call.text("MandateID")))
                .with("AccountStatus", nth(ACCOUNT_STATES, call.text("CustomerMSISDN")));
    }

    private Result told(Call call, BigDecimal balance) {
        Result result =
                Result.of(state.codes.success(call)).with("TransactionReference", call.text("ThirdPartyReference"));
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

    private static Result with(Result result, String field, String value) {
        return value.isEmpty() ? result : result.with(field, value);
    }
}
