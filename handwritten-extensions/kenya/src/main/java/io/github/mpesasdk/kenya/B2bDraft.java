package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.B2bCommandId;
import io.github.mpesasdk.daraja.model.IdentifierType;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class B2bDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    B2bCommandId command;

    @Nullable
    String receiver;

    @Nullable
    String accountReference;

    @Nullable
    String requester;

    @Nullable
    String occasion;

    @Nullable
    URI callback;

    // 4 for everything is the portal's word; one production user reports 2 for a till, so it can be set.
    IdentifierType receiverType = IdentifierType.SHORT_CODE;
    String remarks = "payment";

    B2bDraft() {}

    /** Whole shillings. */
    public B2bDraft amount(long shillings) {
        return amount(BigDecimal.valueOf(shillings));
    }

    /** Whole shillings; a fraction is refused, never rounded. */
    public B2bDraft amount(BigDecimal shillings) {
        this.amount = shillings;
        return this;
    }

    /** Pays the bill of an account at a paybill. */
    public B2bDraft payBill(String shortCode, String account) {
        return command(B2bCommandId.BUSINESS_PAY_BILL, shortCode).accountReference(account);
    }

    /** Buys goods at a till. */
    public B2bDraft buyGoods(String tillNumber) {
        return command(B2bCommandId.BUSINESS_BUY_GOODS, tillNumber);
    }

    /** Any other kind of transfer, to a short code. */
    public B2bDraft command(B2bCommandId value, String receiverShortCode) {
        this.command = value;
        this.receiver = receiverShortCode;
        return this;
    }

    /** What the receiver's number is; a short code unless said otherwise. */
    public B2bDraft receiverType(IdentifierType type) {
        this.receiverType = type;
        return this;
    }

    /** At most 13 characters; required when paying a bill. */
    public B2bDraft accountReference(String text) {
        this.accountReference = text;
        return this;
    }

    /** The consumer on whose behalf this is paid, digits with country code. */
    public B2bDraft requester(String msisdn) {
        this.requester = msisdn;
        return this;
    }

    /** Up to 100 characters. */
    public B2bDraft remarks(String text) {
        this.remarks = text;
        return this;
    }

    /** Up to 100 characters. */
    public B2bDraft occasion(String text) {
        this.occasion = text;
        return this;
    }

    /** Where the outcome shall be posted, instead of the client's own address. A random segment is appended. */
    public B2bDraft callback(URI address) {
        this.callback = address;
        return this;
    }
}
