package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import io.github.mpesasdk.sandbox.market.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lets a business collect from a customer, who is presumed to agree. */
final class DirectDebitCreation implements Operation {

    private final Gateway gateway;
    private final Mandates mandates;

    DirectDebitCreation(Gateway gateway, Mandates mandates) {
        this.gateway = gateway;
        this.mandates = mandates;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(this::refused).orElseGet(() -> create(call)));
    }

    @Override
    public Result refused(Code code) {
        return Result.of(code).with("TransactionReference", "N/A");
    }

    private Result create(Call call) {
        byte[] secret = gateway.random().letters(16).getBytes(StandardCharsets.US_ASCII);
        Mandate mandate = new Mandate(
                call.text("ThirdPartyReference"),
                call.text("CustomerMSISDN"),
                Base64.getEncoder().encodeToString(secret),
                "1" + gateway.random().digits(4),
                call.text("FirstPaymentDate"),
                call.text("Frequency"),
                call.text("StartRangeOfDays"),
                call.text("EndRangeOfDays"),
                call.text("ExpiryDate"),
                true);
        if (!mandates.open(call.market(), mandate)) {
            // Inferred: a duplicate is recorded for this operation, but not what of it was the same.
            return refused(gateway.code(Reason.DUPLICATE, call));
        }
        return Result.of(gateway.success(call))
                .with("TransactionReference", mandate.reference())
                .with("MsisdnToken", mandate.token())
                .with("MandateID", mandate.id());
    }
}
