package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.MarketAnswer;

/**
 * How a SOAP fault looks that was asked for with {@link Fault#SERVER_ERROR_500_ENVELOPE}, behind which the payment is
 * made, or with {@link Fault#SYSTEM_BUSY} or {@link Fault#SPIKE_ARREST}, behind which it is not. Which status a fault
 * has is on record nowhere.
 */
public enum SoapFaultForm {
    /** {@code S:Server} with status 500. */
    SERVER_500(500, "Server"),
    /** {@code S:Server} with status 200. */
    SERVER_200(200, "Server"),
    /** {@code S:Client} with status 500. */
    CLIENT_500(500, "Client"),
    /** {@code S:Client} with status 200. */
    CLIENT_200(200, "Client");

    private final int status;
    private final String code;

    SoapFaultForm(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The gateway does not understand only before it has done anything; afterwards it can only have broken. */
    MarketAnswer answer(boolean processed) {
        String told = processed ? "Server" : code;
        return SoapAnswers.fault(status, code, DrcMarket.EVENTS.of(told, "").words());
    }
}
