package io.github.mpesasdk.daraja.model;

import io.github.mpesasdk.runtime.OpenEnum;
import io.github.mpesasdk.runtime.ScalarAdapter;
import java.util.List;
import java.util.Map;

/**
 * Whether a customer pays a pay bill or a till.
 *
 * <p>An unknown value is kept as it came and can be read; sending it is refused.
 *
 * <p>Evidence: documented.
 */
public final class TransactionType extends OpenEnum {

    /** {@code "CustomerPayBillOnline"}: To a pay bill. PartyB is the pay bill itself. */
    public static final TransactionType CUSTOMER_PAY_BILL_ONLINE = new TransactionType("CustomerPayBillOnline", true);

    /**
     * {@code "CustomerBuyGoodsOnline"}: To a till. PartyB is the till, BusinessShortCode the store or head office
     * number.
     */
    public static final TransactionType CUSTOMER_BUY_GOODS_ONLINE = new TransactionType("CustomerBuyGoodsOnline", true);

    private static final List<TransactionType> VALUES = List.of(CUSTOMER_PAY_BILL_ONLINE, CUSTOMER_BUY_GOODS_ONLINE);

    private static final Map<String, TransactionType> BY_VALUE = index(VALUES);

    /** Reads any text; writes the wire value. */
    public static final ScalarAdapter<TransactionType> ADAPTER = adapter(TransactionType::of);

    private TransactionType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of a wire value, or an unknown one that keeps it. */
    public static TransactionType of(String value) {
        TransactionType known = BY_VALUE.get(value);
        return known != null ? known : new TransactionType(value, false);
    }

    /** Every value that the spec lists, in its order. */
    public static List<TransactionType> values() {
        return VALUES;
    }

    @Override
    protected List<TransactionType> listed() {
        return VALUES;
    }
}
