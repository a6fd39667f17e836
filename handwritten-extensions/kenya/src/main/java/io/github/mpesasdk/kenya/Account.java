package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.daraja.model.AccountBalanceCommandId;
import io.github.mpesasdk.daraja.model.AccountBalanceRequest;
import io.github.mpesasdk.daraja.model.IdentifierType;

/** The accounts of the short code. Thread-safe. */
public final class Account {

    private static final String CALL = "account().balance";

    private final DarajaContext context;
    private final Results results;

    Account(DarajaContext context) {
        this.context = context;
        this.results = new Results(context);
    }

    /**
     * Asks for the balances. The answer comes by callback.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Enquiry<AccountBalances> balance() {
        CallbackAddress address = context.address(null, CALL);
        Initiator initiator = context.initiator(CALL);
        AccountBalanceRequest request = AccountBalanceRequest.builder()
                .initiator(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(AccountBalanceCommandId.ACCOUNT_BALANCE)
                .partyA(context.shortCode(CALL))
                .identifierType(IdentifierType.SHORT_CODE)
                .remarks("balance")
                .queueTimeoutUrl(address.timeoutUri())
                .resultUrl(address.uri())
                .build();
        return results.enquire(
                "accountBalance",
                address,
                context.api().account()::accountBalanceAsync,
                request,
                result -> ResultDetails.of(Results.answered("accountBalance", result))
                        .balances());
    }
}
