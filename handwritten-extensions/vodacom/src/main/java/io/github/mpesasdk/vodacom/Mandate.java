package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.vodacomapi.model.AccountStatus;
import io.github.mpesasdk.vodacomapi.model.MandateStatus;
import io.github.mpesasdk.vodacomapi.model.TrueOrFalse;
import java.util.Map;
import java.util.Optional;

/** What the gateway said about a mandate. Immutable; {@code toString} hides it. */
public final class Mandate {

    private final Told told;

    Mandate(Told told) {
        this.told = told;
    }

    /** The reference that it was created with. */
    public Optional<String> reference() {
        return VodacomMarket.text(told, "TransactionReference");
    }

    /** The gateway's id of it: digits. */
    public Optional<String> id() {
        return VodacomMarket.text(told, "MandateID");
    }

    /** Stands for the customer's number in later calls. */
    public Optional<String> token() {
        return VodacomMarket.text(told, "MsisdnToken");
    }

    /** Whether payments can be collected. */
    public Optional<MandateStatus> status() {
        return VodacomMarket.text(told, "MandateStatus").map(MandateStatus::of);
    }

    /** Whether the customer's account can be used. */
    public Optional<AccountStatus> accountStatus() {
        return VodacomMarket.text(told, "AccountStatus").map(AccountStatus::of);
    }

    /** Whether the balance covers the amount asked about; empty if that was not asked, or not answered. */
    public Optional<Boolean> isCovered() {
        return VodacomMarket.text(told, "SufficientBalance")
                .map(TrueOrFalse::of)
                .filter(TrueOrFalse::isKnown)
                .map(TrueOrFalse.YES::equals);
    }

    /** Everything, by wire name. */
    public Map<String, String> details() {
        return told.details();
    }

    @Override
    public String toString() {
        return "Mandate[***]";
    }
}
