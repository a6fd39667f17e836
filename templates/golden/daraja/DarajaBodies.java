package io.github.mpesasdk.daraja;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.daraja.model.*;
import io.github.mpesasdk.runtime.Bodies;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.Shape;
import java.util.List;
import java.util.Set;

/** How every body of {@code daraja} is told from the others, compiled from the spec's {@code x-bodies}. */
public final class DarajaBodies {

    /** The shapes, in the order in which they are tried. */
    public static final Bodies<DarajaCallback> BODIES = new Bodies<>(callbacks(), answers(), Set.of(), Set.of());

    private DarajaBodies() {}

    private static List<Shape<? extends DarajaCallback>> callbacks() {
        return List.of(
                new Shape<>(
                        Shape.As.CALLBACK,
                        "StkCallbackEnvelope",
                        StkCallback.ADAPTER,
                        List.of("Body", "stkCallback"),
                        List.of(),
                        List.of(),
                        0,
                        List.of(Kind.of("stkCallback").tells("stkPush"))),
                new Shape<>(
                        Shape.As.CALLBACK,
                        "ResultEnvelope",
                        Result.ADAPTER,
                        List.of("Result"),
                        List.of(),
                        List.of(),
                        0,
                        List.of(
                                Kind.of("queueTimeout").is("ResultType", "1").means(Decoded.State.UNKNOWN),
                                Kind.of("accountBalanceResult")
                                        .has("AccountBalance")
                                        .tells("accountBalance"),
                                Kind.of("transactionStatusResult")
                                        .has("TransactionStatus")
                                        .tells("transactionStatus"),
                                Kind.of("reversalResult")
                                        .has("OriginalTransactionID")
                                        .tells("reversal"),
                                Kind.of("b2cResult")
                                        .has("B2CUtilityAccountAvailableFunds", "TransactionReceipt")
                                        .tells("b2cPaymentV3"),
                                Kind.of("b2bResult")
                                        .has("DebitPartyAffectedAccountBalance", "InitiatorAccountCurrentBalance")
                                        .tells("b2bPayment"),
                                Kind.of("accountBalanceResult")
                                        .mentions("QueueTimeoutURL", "abresults", "balance")
                                        .tells("accountBalance"),
                                Kind.of("transactionStatusResult")
                                        .mentions("QueueTimeoutURL", "transactionstatus", "tsresults")
                                        .tells("transactionStatus"),
                                Kind.of("reversalResult")
                                        .mentions("QueueTimeoutURL", "reversal")
                                        .tells("reversal"),
                                Kind.of("b2cResult")
                                        .mentions("QueueTimeoutURL", "b2c")
                                        .tells("b2cPaymentV3"),
                                Kind.of("b2bResult")
                                        .mentions("QueueTimeoutURL", "b2b")
                                        .tells("b2bPayment"),
                                Kind.of("result"))),
                new Shape<>(
                        Shape.As.CALLBACK,
                        "B2bExpressCallback",
                        B2bExpressCallback.ADAPTER,
                        List.of(),
                        List.of("resultCode", "requestId"),
                        List.of(),
                        0,
                        List.of(
                                Kind.of("b2bExpressCallback")
                                        .unless("status", "SUCCESS")
                                        .doubts("resultCode", "0")
                                        .signs("status", "SUCCESS")
                                        .tells("b2bExpressCheckout"),
                                Kind.of("b2bExpressCallback")
                                        .is("status", "SUCCESS")
                                        .signs("status", "SUCCESS")
                                        .tells("b2bExpressCheckout"),
                                Kind.of("b2bExpressCallback").tells("b2bExpressCheckout"))),
                new Shape<>(
                        Shape.As.CALLBACK,
                        "StandingOrderCallback",
                        StandingOrderCallback.ADAPTER,
                        List.of(),
                        List.of(),
                        List.of("responseHeader", "ResponseHeader"),
                        0,
                        List.of(
                                Kind.of("standingOrderCallback")
                                        .has("Status", "Msisdn", "TransactionID")
                                        .unless("Status", "OKAY", "ACTIVE")
                                        .doubts("responseCode", "0")
                                        .signs("Status", "OKAY", "ACTIVE")
                                        .tells("standingOrderCreate"),
                                Kind.of("standingOrderCallback")
                                        .has("Status", "Msisdn", "TransactionID")
                                        .signs("Status", "OKAY", "ACTIVE")
                                        .tells("standingOrderCreate"),
                                Kind.of("standingOrderCallback")
                                        .has("requestRefID")
                                        .tells("standingOrderCreate"))),
                new Shape<>(
                        Shape.As.CALLBACK,
                        "C2bNotification",
                        C2bNotification.ADAPTER,
                        List.of(),
                        List.of("TransID", "TransAmount"),
                        List.of(),
                        0,
                        List.of(
                                Kind.of("c2bConfirmation")
                                        .has("OrgAccountBalance")
                                        .means(Decoded.State.SUCCEEDED),
                                Kind.of("c2bValidation").means(Decoded.State.PENDING))));
    }

    private static List<Shape<?>> answers() {
        return List.of(
                new Shape<>(
                        Shape.As.ERROR,
                        "ErrorResponse",
                        ErrorResponse.ADAPTER,
                        List.of(),
                        List.of("errorCode"),
                        List.of(),
                        0,
                        List.of(Kind.of("error").has("errorCode"))),
                new Shape<>(
                        Shape.As.ERROR,
                        "ErrorResponse",
                        ErrorResponse.ADAPTER,
                        List.of(),
                        List.of("fault"),
                        List.of(),
                        0,
                        List.of(Kind.of("error").has("faultstring", "errorcode"))),
                new Shape<>(
                        Shape.As.ERROR,
                        "ErrorResponse",
                        ErrorResponse.ADAPTER,
                        List.of(),
                        List.of("Envelope"),
                        List.of(),
                        0,
                        List.of(Kind.of("error").has("faultstring", "errorcode"))),
                new Shape<>(
                        Shape.As.ERROR,
                        "ErrorResponse",
                        ErrorResponse.ADAPTER,
                        List.of(),
                        List.of("responseCode", "responseMessage"),
                        List.of(),
                        0,
                        List.of(Kind.of("error").has("responseCode"))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "QrGenerateAnswer",
                        QrGenerateAnswer.ADAPTER,
                        List.of(),
                        List.of("QRCode"),
                        List.of(),
                        0,
                        List.of(Kind.of("qrCode")
                                .has("QRCode")
                                .tells("qrGenerate")
                                .means(Decoded.State.SUCCEEDED))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "PullRegisterAnswer",
                        PullRegisterAnswer.ADAPTER,
                        List.of(),
                        List.of(),
                        List.of("ResponseStatus", "Response Status"),
                        0,
                        List.of(Kind.of("pullRegistration")
                                .tells("pullRegister")
                                .means(Decoded.State.SUCCEEDED))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "PullQueryAnswer",
                        PullQueryAnswer.ADAPTER,
                        List.of(),
                        List.of("ResponseCode", "ResponseMessage"),
                        List.of(),
                        0,
                        List.of(Kind.of("pulledTransactions").tells("pullQuery").means(Decoded.State.SUCCEEDED))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "B2bExpressCheckoutAnswer",
                        B2bExpressCheckoutAnswer.ADAPTER,
                        List.of(),
                        List.of("code", "status"),
                        List.of(),
                        0,
                        List.of(Kind.of("b2bExpressAcknowledgement").tells("b2bExpressCheckout"))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "StandingOrderCreateAnswer",
                        StandingOrderCreateAnswer.ADAPTER,
                        List.of(),
                        List.of("ResponseHeader"),
                        List.of(),
                        0,
                        List.of(Kind.of("standingOrderAcknowledgement")
                                .has("responseCode")
                                .tells("standingOrderCreate"))),
                new Shape<>(
                        Shape.As.ANSWER,
                        "TokenAnswer",
                        TokenAnswer.ADAPTER,
                        List.of(),
                        List.of("access_token"),
                        List.of(),
                        0,
                        List.of(Kind.of("token").tells("token").means(Decoded.State.SUCCEEDED))),
                new Shape<>(
                        Shape.As.ANSWER,
                        "StkQueryAnswer",
                        StkQueryAnswer.ADAPTER,
                        List.of(),
                        List.of("CheckoutRequestID", "ResultCode"),
                        List.of(),
                        0,
                        List.of(Kind.of("stkQueryAnswer").tells("stkQuery"))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "StkPushAnswer",
                        StkPushAnswer.ADAPTER,
                        List.of(),
                        List.of("CheckoutRequestID"),
                        List.of(),
                        0,
                        List.of(Kind.of("stkPushAcknowledgement"))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "C2bAcknowledgement",
                        C2bAcknowledgement.ADAPTER,
                        List.of(),
                        List.of("OriginatorCoversationID"),
                        List.of(),
                        0,
                        List.of(
                                Kind.of("c2bRegistration")
                                        .is("ResponseDescription", "success")
                                        .means(Decoded.State.SUCCEEDED),
                                Kind.of("c2bAcknowledgement").means(Decoded.State.PENDING))),
                new Shape<>(
                        Shape.As.ACKNOWLEDGEMENT,
                        "Acknowledgement",
                        Acknowledgement.ADAPTER,
                        List.of(),
                        List.of(),
                        List.of("OriginatorConversationID", "ConversationID"),
                        0,
                        List.of(Kind.of("acknowledgement"))),
                new Shape<>(
                        Shape.As.REPLY,
                        "C2bValidationAnswer",
                        C2bValidationAnswer.ADAPTER,
                        List.of(),
                        List.of("ResultCode", "ResultDesc"),
                        List.of(),
                        0,
                        List.of(
                                Kind.of("callbackAnswer").is("ResultCode", "0").means(Decoded.State.SUCCEEDED),
                                Kind.of("callbackAnswer")
                                        .is(
                                                "ResultCode",
                                                "C2B00011",
                                                "C2B00012",
                                                "C2B00013",
                                                "C2B00014",
                                                "C2B00015",
                                                "C2B00016")
                                        .means(Decoded.State.FAILED))),
                new Shape<>(
                        Shape.As.ANSWER,
                        "StkQueryAnswer",
                        StkQueryAnswer.ADAPTER,
                        List.of(),
                        List.of("ResultCode", "ResultDesc"),
                        List.of(),
                        0,
                        List.of(Kind.of("stkQueryAnswer").tells("stkQuery"))));
    }
}
