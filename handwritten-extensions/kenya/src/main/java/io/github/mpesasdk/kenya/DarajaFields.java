package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.daraja.model.IdentifierType;
import io.github.mpesasdk.daraja.model.TransactionType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills in the fields of Daraja that the client knows or computes. */
record DarajaFields(DarajaSettings settings) {

    private static final String STK_SETTING = "payBill or till";

    void fillIn(CallInput input, @Nullable CallbackAddress address) {
        input.fillIn("grant_type", "client_credentials");
        // Elsewhere this field names an earlier payment, which only the caller knows.
        if (input.operation().id().equals("b2cPaymentV3")) {
            input.fillIn("OriginatorConversationID", () -> UUID.randomUUID().toString());
        }
        if (address != null) {
            input.fillIn("CallBackURL", address.uri().toString())
                    .fillIn("ResultURL", address.uri().toString())
                    .fillIn("QueueTimeOutURL", address.timeoutUri().toString());
        }
        stk(input);
        organisation(input);
        initiator(input);
        constants(input);
    }

    private void stk(CallInput input) {
        StkAccount account = settings.stkAccount();
        if (account == null) {
            input.needs("Password", STK_SETTING, DarajaBuilder.BUILDER);
            return;
        }
        input.fillIn("BusinessShortCode", account.businessShortCode());
        boolean isOurs = input.text("BusinessShortCode")
                .filter(account.businessShortCode()::equals)
                .isPresent();
        if (!isOurs || !input.lacks("Password")) {
            return;
        }
        StkPassword password = input.text("Timestamp")
                .map(timestamp -> StkPassword.of(account.businessShortCode(), account.passkey(), timestamp))
                .orElseGet(() -> account.password(settings.clock()));
        TransactionType type =
                account.isTill() ? TransactionType.CUSTOMER_BUY_GOODS_ONLINE : TransactionType.CUSTOMER_PAY_BILL_ONLINE;
        input.fillIn("Timestamp", password.timestamp())
                .fillIn("Password", password.password())
                .fillIn("TransactionType", type.value())
                .fillIn("PartyA", input.text("PhoneNumber").orElse(null));
        if (input.operation().id().equals("stkPush")) {
            input.fillIn("PartyB", account.receiver());
        }
    }

    private void organisation(CallInput input) {
        if (input.operation().id().equals("stkPush")) {
            return;
        }
        for (String field : new String[] {"PartyA", "ReceiverParty", "ShortCode"}) {
            input.fillIn(field, settings.shortCode()).needs(field, "shortCode", DarajaBuilder.BUILDER);
        }
    }

    private void initiator(CallInput input) {
        Optional<Initiator> initiator = Optional.ofNullable(settings.initiator());
        for (String field : new String[] {"Initiator", "InitiatorName"}) {
            input.fillIn(field, initiator.map(Initiator::name).orElse(null))
                    .needs(field, "initiator", DarajaBuilder.BUILDER);
        }
        if (initiator.isPresent()) {
            input.fillIn("SecurityCredential", initiator.get()::securityCredential);
        }
    }

    private static void constants(CallInput input) {
        switch (input.operation().id()) {
            case "accountBalance" -> input.fillIn("CommandID", "AccountBalance").fillIn("Remarks", "balance");
            case "transactionStatus" ->
                input.fillIn("CommandID", "TransactionStatusQuery").fillIn("Remarks", "status");
            case "reversal" ->
                input.fillIn("CommandID", "TransactionReversal")
                        .fillIn("RecieverIdentifierType", IdentifierType.REVERSAL_RECEIVER.value());
            default -> {}
        }
        input.fillIn("IdentifierType", IdentifierType.SHORT_CODE.value())
                .fillIn("SenderIdentifierType", IdentifierType.SHORT_CODE.value());
    }
}
