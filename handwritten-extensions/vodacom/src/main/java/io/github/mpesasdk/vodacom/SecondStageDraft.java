package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.vodacomapi.model.VoucherAction;

/** What a caller says about the second stage of a payment. Used within one call, by one thread. */
public final class SecondStageDraft extends OnceOnlyDraft<SecondStageDraft> {

    private static final String VOUCHER = "input_VoucherCode";
    // The field that has the number elsewhere says here what to do.
    private static final String ACTION = "input_CustomerMSISDN";

    SecondStageDraft(Numbers numbers, VoucherAction action) {
        super(numbers);
        set("call", ACTION, action.value());
        name("receipt", VodacomFields.TRANSACTION_ID);
        name("voucher", VOUCHER);
    }

    /** The M-Pesa receipt of the first stage. */
    public SecondStageDraft receipt(String number) {
        return set("receipt", VodacomFields.TRANSACTION_ID, number);
    }

    /** The voucher that the first stage was answered with. A secret. */
    public SecondStageDraft voucher(String code) {
        return set("voucher", VOUCHER, code);
    }
}
