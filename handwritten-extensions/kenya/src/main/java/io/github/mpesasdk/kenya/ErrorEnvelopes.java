package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.daraja.model.ErrorResponse;
import io.github.mpesasdk.daraja.model.FaultSource;
import io.github.mpesasdk.daraja.model.GatewayFault;
import io.github.mpesasdk.daraja.model.SoapFault;
import io.github.mpesasdk.daraja.model.SoapFaultBody;
import io.github.mpesasdk.daraja.model.SoapFaultDetail;
import io.github.mpesasdk.daraja.model.SoapFaultInJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three envelopes of an error: Daraja's own, and two of the platform below it, which come with any status. */
final class ErrorEnvelopes {

    private ErrorEnvelopes() {}

    /** The error that a JSON answer reports; empty if it is none of the envelopes. */
    static Optional<GatewayError> read(JsonObject answer) {
        ErrorResponse error = ErrorResponse.ADAPTER.fromJsonTree(answer);
        if (error.errorCode() != null) {
            return Optional.of(new GatewayError(error.errorCode(), error.errorMessage(), error.requestId()));
        }
        return Optional.ofNullable(error.fault()).map(ErrorEnvelopes::ofFault).or(() -> Optional.ofNullable(
                        error.envelope())
                .map(SoapFaultInJson::body)
                .map(SoapFaultBody::fault)
                .map(ErrorEnvelopes::ofSoapFault));
    }

    private static GatewayError ofFault(GatewayFault fault) {
        return new GatewayError(code(fault.detail()), fault.faultstring(), null);
    }

    private static GatewayError ofSoapFault(SoapFault fault) {
        SoapFaultDetail detail = fault.detail();
        return new GatewayError(code(detail == null ? null : detail.source()), fault.faultstring(), null);
    }

    private static String code(@Nullable FaultSource source) {
        return source == null || source.errorcode() == null ? "" : source.errorcode();
    }
}
