package io.github.mpesasdk.daraja.model;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Adapters;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Sensitivity;
import io.github.mpesasdk.runtime.TextOrNumber;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one STK push. ResponseCode speaks of the question, ResultCode of the payment: 0 if it was paid, 4999 if
 * it has not ended. ResultCode is text here and a number in the callback.
 *
 * <p>Evidence: documented.
 *
 * @param responseCode {@code ResponseCode}, required: Zero if the question was accepted. It says nothing of the
 *     payment.
 * @param responseDescription {@code ResponseDescription}, required: The code in words. Until 2026 the gateway spelt
 *     successfully with three s in the middle.
 * @param merchantRequestId {@code MerchantRequestID}, required: The gateway's id of the push request.
 * @param checkoutRequestId {@code CheckoutRequestID}, required: The gateway's id of the payment.
 * @param resultCode {@code ResultCode}, required
 * @param resultDescription {@code ResultDesc}, required: The result in words, in 2017 with the prefix "[STK_CB - ]".
 * @param unknownFields what the spec does not know
 */
public record StkQueryAnswer(
        @Nullable String responseCode,
        @Nullable String responseDescription,
        @Nullable String merchantRequestId,
        @Nullable String checkoutRequestId,
        @Nullable TextOrNumber resultCode,
        @Nullable String resultDescription,
        UnknownFields unknownFields)
        implements WireRecord {

    /** Reads leniently, writes each value as the spec wants it; no reflection. */
    public static final RecordAdapter<StkQueryAnswer> ADAPTER = new Adapter();

    @Override
    public String toString() {
        return Masked.of(
                "StkQueryAnswer",
                ADAPTER,
                unknownFields,
                responseCode,
                responseDescription,
                merchantRequestId,
                checkoutRequestId,
                resultCode,
                resultDescription);
    }

    private static final class Adapter extends RecordAdapter<StkQueryAnswer> {
        @Override
        protected List<Field> describe() {
            return List.of(
                    Field.of("ResponseCode", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("ResponseDescription", Role.VALUE, Sensitivity.WORDS, Adapters.TEXT),
                    Field.of("MerchantRequestID", Role.ID, Sensitivity.UNSAID, Adapters.TEXT),
                    Field.of("CheckoutRequestID", Role.KEY, Sensitivity.PERSONAL, Adapters.TEXT),
                    Field.of("ResultCode", Role.CODE, Sensitivity.UNSAID, TextOrNumber.ADAPTER),
                    Field.of("ResultDesc", Role.WORDS, Sensitivity.WORDS, Adapters.TEXT));
        }

        @Override
        protected StkQueryAnswer read(Fields fields) {
            return new StkQueryAnswer(
                    fields.read("ResponseCode", Adapters.TEXT),
                    fields.read("ResponseDescription", Adapters.TEXT),
                    fields.read("MerchantRequestID", Adapters.TEXT),
                    fields.read("CheckoutRequestID", Adapters.TEXT),
                    fields.read("ResultCode", TextOrNumber.ADAPTER),
                    fields.read("ResultDesc", Adapters.TEXT),
                    fields.unknown());
        }

        @Override
        protected void write(StkQueryAnswer value, JsonObject object) {
            Fields.write(object, "ResponseCode", Adapters.TEXT, value.responseCode());
            Fields.write(object, "ResponseDescription", Adapters.TEXT, value.responseDescription());
            Fields.write(object, "MerchantRequestID", Adapters.TEXT, value.merchantRequestId());
            Fields.write(object, "CheckoutRequestID", Adapters.TEXT, value.checkoutRequestId());
            Fields.write(object, "ResultCode", TextOrNumber.ADAPTER, value.resultCode());
            Fields.write(object, "ResultDesc", Adapters.TEXT, value.resultDescription());
        }
    }
}
