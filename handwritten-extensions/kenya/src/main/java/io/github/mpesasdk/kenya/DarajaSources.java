package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.daraja.model.TransactionType;
import org.jspecify.annotations.Nullable;

/** What a client of Daraja knows or computes, by the names that the spec gives it. */
record DarajaSources(DarajaSettings settings) {

    @Nullable
    Source named(String name) {
        return switch (name) {
            case "stkShortCode" -> stk((account, input) -> account.businessShortCode());
            case "password" -> stk(new StkPasswords(settings.clock())::of);
            // The password brings its time; the time of a caller's own password only the caller knows.
            case "timestamp" -> stk((account, input) -> null);
            case "transactionType" -> stk((account, input) -> type(account).value());
            case "receiver" -> stk((account, input) -> account.receiver());
            case "standingOrderReceiver" -> new StandingOrderSources(settings.stkAccount()).receiver();
            case "standingOrderType" -> new StandingOrderSources(settings.stkAccount()).type();
            case "receiverType" -> new StandingOrderSources(settings.stkAccount()).receiverType();
            case "today" -> Source.of(input -> NairobiTime.day(settings.clock().instant()));
            case "shortCode" -> Source.of(settings.shortCode(), "shortCode", code -> code);
            case "collectingShortCode" -> Source.of(settings.collectingShortCode(), "shortCode", code -> code);
            case "c2bShortCode" -> c2bShortCode();
            case "initiator" -> Source.of(settings.initiator(), "initiator", EncryptedInitiator::name);
            case "credential" ->
                Source.of(settings.initiator(), "initiator", initiator -> initiator
                        .securityCredential()
                        .text());
            default -> null;
        };
    }

    // Of the three only the shortCode can be longer than a call takes it.
    private Source c2bShortCode() {
        String code = settings.c2bShortCode();
        return code == null ? Source.missing("payBill, till or shortCode") : Source.of(code, "shortCode", own -> own);
    }

    private interface OfAccount {
        @Nullable
        String value(StkAccount account, CallInput input);
    }

    // A caller who writes another short code gets nothing of this account beside it.
    private Source stk(OfAccount value) {
        StkAccount account = settings.stkAccount();
        if (account == null) {
            return Source.missing("payBill or till");
        }
        String own = account.businessShortCode();
        return Source.of(
                input -> input.text("BusinessShortCode").orElse(own).equals(own) ? value.value(account, input) : null);
    }

    private static TransactionType type(StkAccount account) {
        return account.isTill() ? TransactionType.CUSTOMER_BUY_GOODS_ONLINE : TransactionType.CUSTOMER_PAY_BILL_ONLINE;
    }
}
