package io.github.mpesasdk.daraja.api;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.runtime.Asking;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Steps;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * M-PESA Express, also called STK push. Prompts a customer's handset for a payment and asks what became of it.
 * Thread-safe.
 *
 * @param <T> what its questions tell: what became of the push; pending while the customer has not answered
 */
public class StkCalls<T> {

    private final Calls calls;
    private final Asking<T> asking;

    /** Calls that travel through {@code calls}, and questions that are asked by {@code asking}. */
    public StkCalls(Calls calls, Asking<T> asking) {
        this.calls = calls;
        this.asking = asking;
    }

    /**
     * Ask a customer to pay, by a prompt on the handset. Sent at most once.
     *
     * <p>Sends a payment prompt to the customer's handset, for a pay bill or a till. The answer only says that the
     * prompt was accepted; the customer then has one to three minutes to enter the PIN, and the outcome is posted to
     * CallBackURL. Take the outcome from the callback or from stkQuery, whichever comes first. The wire has no id of
     * the sender's, so a repeated push is a second prompt: never repeat one whose answer was lost.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws NotConnectedException if the gateway cannot be reached; nothing was sent
     * @throws NotJournaledException if the journal cannot be written; nothing was sent
     * @throws RefusedException if the gateway refused; no money was moved
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference finds the payment
     */
    public Payment<StkPushAnswer> push(StkPushDescription describe) {
        return calls.pay("stk().push", StkApi.STK_PUSH, Steps.described(describe, new StkPushDraft(calls)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<StkPushAnswer>> pushAsync(StkPushDescription describe) {
        return calls.payAsync("stk().push", StkApi.STK_PUSH, Steps.described(describe, new StkPushDraft(calls)));
    }

    /**
     * What a caller says about one call of {@code stkPush}; the client adds the rest. Used within one call, by one
     * thread.
     */
    public static final class StkPushDraft extends Draft<StkPushDraft>
            implements StkPushSteps,
                    StkPushSteps.NeedsAmount<Object>,
                    StkPushSteps.NeedsFrom<Object>,
                    StkPushSteps.NeedsReference<Object>,
                    StkPushSteps.NeedsDescription<Object> {

        private static final Map<String, String> WORDS = new Words()
                .with("amount", "Amount")
                .with("from", "PhoneNumber")
                .with("callback", "CallBackURL")
                .with("reference", "AccountReference")
                .with("description", "TransactionDesc")
                .byWireName();

        private StkPushDraft(Calls calls) {
            super(calls, WORDS);
        }

        private StkPushDraft presetting(String field, String value) {
            return preset(field, value);
        }

        @Override
        public StkPushDraft amount(BigDecimal value) {
            return set("Amount", value);
        }

        @Override
        public StkPushDraft amount(long value) {
            return amount(BigDecimal.valueOf(value));
        }

        @Override
        public StkPushDraft from(String value) {
            return msisdn("PhoneNumber", value);
        }

        @Override
        public StkPushDraft from(Msisdn value) {
            return set("PhoneNumber", value == null ? null : value.digits());
        }

        /** Where the outcome of this call is to be posted, instead of the client's own address. A token is appended. */
        public StkPushDraft callback(URI address) {
            return callbackTo(address);
        }

        @Override
        public StkPushDraft reference(String value) {
            return set("AccountReference", value);
        }

        @Override
        public StkPushDraft description(String value) {
            return set("TransactionDesc", value);
        }
    }

    /** What a caller must say about one call of {@code stkPush}, in this order. */
    public interface StkPushSteps extends Steps {

        /** Asks for {@code Amount}. */
        interface NeedsAmount<N> {
            /**
             * The amount to collect, in whole shillings. The portal allowed 70000 at first, and then 150000. From 1 to
             * 250000 KES.
             */
            N amount(BigDecimal value);

            /** The same, from a whole number. */
            N amount(long value);
        }

        /** Asks for {@code PhoneNumber}. */
        interface NeedsFrom<N> {
            /** The MSISDN whose handset shows the prompt. Usually the same as PartyA. */
            N from(String value);

            /** The same for a number that was read already. */
            N from(Msisdn value);
        }

        /** Asks for {@code AccountReference}. */
        interface NeedsReference<N> {
            /**
             * What the payment is for, shown in the prompt. The sandbox took 15 characters, and of a longer one it was
             * said that the prompt never came. 1 to 12 characters.
             */
            N reference(String value);
        }

        /** Asks for {@code TransactionDesc}. */
        interface NeedsDescription<N> {
            /**
             * A short description, although 27 characters were seen to be taken. The portal calls it optional, but the
             * sandbox refuses a request without it, as "Invalid Remarks". 1 to 13 characters.
             */
            N description(String value);
        }
    }

    /** Describes one call of {@code stkPush}, value by value. */
    @FunctionalInterface
    public interface StkPushDescription
            extends Function<
                    StkPushSteps.NeedsAmount<
                            StkPushSteps.NeedsFrom<
                                    StkPushSteps.NeedsReference<StkPushSteps.NeedsDescription<StkPushDraft>>>>,
                    StkPushDraft> {}

    /**
     * Ask what became of a push. No answer is a reason to push again, and the receipt is in none: only the callback
     * carries it. Leave five seconds between questions, for the gateway answers faster ones with HTTP 429.
     *
     * @param checkoutRequestId the id that the push was acknowledged with, from the acknowledgement or from your
     *     records.
     * @return what became of the push; pending while the customer has not answered
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused what was asked; that says nothing of a payment
     * @throws NotConnectedException if the gateway cannot be reached
     * @throws NoAnswerException if no usable answer came, or one that settles nothing
     */
    public T status(String checkoutRequestId) {
        return asking.tell(
                "stk().status",
                StkApi.STK_QUERY,
                Draft.Content.of("checkoutRequestId", "CheckoutRequestID", checkoutRequestId));
    }

    /** The same without holding a thread; the future ends with the same errors, after half an hour at the latest. */
    public CompletableFuture<T> statusAsync(String checkoutRequestId) {
        return asking.askAsync(
                "stk().status",
                StkApi.STK_QUERY,
                Draft.Content.of("checkoutRequestId", "CheckoutRequestID", checkoutRequestId));
    }
}
