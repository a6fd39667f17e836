package io.github.mpesasdk.daraja;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.B2bExpressCallback;
import io.github.mpesasdk.daraja.model.B2bExpressCheckoutAnswer;
import io.github.mpesasdk.daraja.model.C2bAcknowledgement;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.C2bValidationAnswer;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.ErrorResponse;
import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PullRegisterAnswer;
import io.github.mpesasdk.daraja.model.QrGenerateAnswer;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.StandingOrderCallback;
import io.github.mpesasdk.daraja.model.StandingOrderCreateAnswer;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.daraja.model.StkQueryAnswer;
import io.github.mpesasdk.daraja.model.TokenAnswer;
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
                Shape.callback("StkCallbackEnvelope", StkCallback.ADAPTER)
                        .within("Body", "stkCallback")
                        .kinds(Kind.of("stkCallback").tells("stkPush")),
                Shape.callback("ResultEnvelope", Result.ADAPTER)
                        .within("Result")
                        .kinds(
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
                                Kind.of("result")),
                Shape.callback("B2bExpressCallback", B2bExpressCallback.ADAPTER)
                        .all("resultCode", "requestId")
                        .kinds(
                                Kind.of("b2bExpressCallback")
                                        .unless("status", "SUCCESS")
                                        .doubts("resultCode", "0")
                                        .signs("status", "SUCCESS")
                                        .tells("b2bExpressCheckout"),
                                Kind.of("b2bExpressCallback")
                                        .is("status", "SUCCESS")
                                        .signs("status", "SUCCESS")
                                        .tells("b2bExpressCheckout"),
                                Kind.of("b2bExpressCallback").tells("b2bExpressCheckout")),
                Shape.callback("StandingOrderCallback", StandingOrderCallback.ADAPTER)
                        .any("responseHeader", "ResponseHeader")
                        .kinds(
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
                                        .tells("standingOrderCreate")),
                Shape.callback("C2bNotification", C2bNotification.ADAPTER)
                        .all("TransID", "TransAmount")
                        .kinds(
                                Kind.of("c2bConfirmation")
                                        .has("OrgAccountBalance")
                                        .means(Decoded.State.SUCCEEDED),
                                Kind.of("c2bValidation").means(Decoded.State.PENDING)));
    }

    private static List<Shape<?>> answers() {
        return List.of(
                Shape.error("ErrorResponse", ErrorResponse.ADAPTER)
                        .all("errorCode")
                        .kinds(Kind.of("error").has("errorCode")),
                Shape.error("ErrorResponse", ErrorResponse.ADAPTER)
                        .all("fault")
                        .kinds(Kind.of("error").has("faultstring", "errorcode")),
                Shape.error("ErrorResponse", ErrorResponse.ADAPTER)
                        .all("Envelope")
                        .kinds(Kind.of("error").has("faultstring", "errorcode")),
                Shape.error("ErrorResponse", ErrorResponse.ADAPTER)
                        .all("responseCode", "responseMessage")
                        .kinds(Kind.of("error").has("responseCode")),
                Shape.acknowledgement("QrGenerateAnswer", QrGenerateAnswer.ADAPTER)
                        .all("QRCode")
                        .kinds(Kind.of("qrCode")
                                .has("QRCode")
                                .tells("qrGenerate")
                                .means(Decoded.State.SUCCEEDED)),
                Shape.acknowledgement("PullRegisterAnswer", PullRegisterAnswer.ADAPTER)
                        .any("ResponseStatus", "Response Status")
                        .kinds(Kind.of("pullRegistration").tells("pullRegister").means(Decoded.State.SUCCEEDED)),
                Shape.acknowledgement("PullQueryAnswer", PullQueryAnswer.ADAPTER)
                        .all("ResponseCode", "ResponseMessage")
                        .kinds(Kind.of("pulledTransactions").tells("pullQuery").means(Decoded.State.SUCCEEDED)),
                Shape.acknowledgement("B2bExpressCheckoutAnswer", B2bExpressCheckoutAnswer.ADAPTER)
                        .all("code", "status")
                        .kinds(Kind.of("b2bExpressAcknowledgement").tells("b2bExpressCheckout")),
                Shape.acknowledgement("StandingOrderCreateAnswer", StandingOrderCreateAnswer.ADAPTER)
                        .all("ResponseHeader")
                        .kinds(Kind.of("standingOrderAcknowledgement")
                                .has("responseCode")
                                .tells("standingOrderCreate")),
                Shape.answer("TokenAnswer", TokenAnswer.ADAPTER)
                        .all("access_token")
                        .kinds(Kind.of("token").tells("token").means(Decoded.State.SUCCEEDED)),
                Shape.answer("StkQueryAnswer", StkQueryAnswer.ADAPTER)
                        .all("CheckoutRequestID", "ResultCode")
                        .kinds(Kind.of("stkQueryAnswer").tells("stkQuery")),
                Shape.acknowledgement("StkPushAnswer", StkPushAnswer.ADAPTER)
                        .all("CheckoutRequestID")
                        .kinds(Kind.of("stkPushAcknowledgement")),
                Shape.acknowledgement("C2bAcknowledgement", C2bAcknowledgement.ADAPTER)
                        .all("OriginatorCoversationID")
                        .kinds(
                                Kind.of("c2bRegistration")
                                        .is("ResponseDescription", "success")
                                        .means(Decoded.State.SUCCEEDED),
                                Kind.of("c2bAcknowledgement").means(Decoded.State.PENDING)),
                Shape.acknowledgement("Acknowledgement", Acknowledgement.ADAPTER)
                        .any("OriginatorConversationID", "ConversationID")
                        .kinds(Kind.of("acknowledgement")),
                Shape.reply("C2bValidationAnswer", C2bValidationAnswer.ADAPTER)
                        .all("ResultCode", "ResultDesc")
                        .kinds(
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
                                        .means(Decoded.State.FAILED)),
                Shape.answer("StkQueryAnswer", StkQueryAnswer.ADAPTER)
                        .all("ResultCode", "ResultDesc")
                        .kinds(Kind.of("stkQueryAnswer").tells("stkQuery")));
    }
}
