package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.Source;
import org.jspecify.annotations.Nullable;

/** Who a standing order pays, from the account that the client collects on. */
record StandingOrderSources(@Nullable StkAccount account) {

    private static final String RECEIVER_TYPE = "ReceiverPartyIdentifierType";
    private static final String PAY_BILL = "4";
    private static final String TILL = "2";

    /** The receiver of the account. A standing order for a till does not go to a pay bill, nor the other way round. */
    Source receiver() {
        return account == null ? Source.missing("payBill or till") : Source.of(input -> receiver(account, input));
    }

    private static String receiver(StkAccount account, CallInput input) {
        String own = account.isTill() ? TILL : PAY_BILL;
        if (!input.text(RECEIVER_TYPE).orElse(own).equals(own)) {
            String rule = account.isTill()
                    ? "is a till, and this standing order is for a pay bill: call ratiba().till"
                    : "is a pay bill, and this standing order is for a till: call ratiba().payBill";
            throw new InvalidInputException("ratiba()", "BusinessShortCode", "of this client " + rule);
        }
        return account.receiver();
    }

    /** The newest of the words that the portal had for it. */
    Source type() {
        return Source.of(input -> paysTill(input)
                ? "Standing Order Merchant Payment Ext-Third Party"
                : "Standing Order Pay Bill Ext-Third Party");
    }

    Source receiverType() {
        return Source.of(input -> paysTill(input) ? TILL : PAY_BILL);
    }

    // Of another short code nothing is known: it is taken for a pay bill unless the caller says what it is.
    private boolean paysTill(CallInput input) {
        boolean isOurTill = account != null
                && account.isTill()
                && input.text("BusinessShortCode")
                        .filter(account.receiver()::equals)
                        .isPresent();
        return input.text(RECEIVER_TYPE).map(TILL::equals).orElse(isOurTill);
    }
}
