package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.ipg.Ledger;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the operations of the gateway share. */
final class DrcState {

    static final List<String> CURRENCIES = List.of("CDF", "USD");

    final MarketContext context;
    final RandomText random = new RandomText();
    final Phone phone = new Phone("243\\d{9}", "243 and nine digits");
    final SoapAnswers answers = new SoapAnswers();
    final Sessions sessions;
    final DrcLogin defaultLogin;
    volatile WrongCredentialsForm wrongCredentials = WrongCredentialsForm.PROCESSED;
    volatile B2cAnswerForm b2cAnswer = B2cAnswerForm.INSIGHT_TXID;
    volatile SoapFaultForm soapFault = SoapFaultForm.SERVER_500;

    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final Set<String> references = ConcurrentHashMap.newKeySet();

    DrcState(MarketContext context) {
        this.context = context;
        sessions = new Sessions(context.clock(), context.tokenLifetime(), random);
        defaultLogin = sessions.add("default");
        CURRENCIES.forEach(currency -> ledgers.put(currency, new Ledger(context.clock())));
    }

    /**
     * Who has how much in a currency: M-Pesa in the DRC keeps francs and dollars apart.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    Ledger ledger(String currency) {
        Ledger ledger = ledgers.get(currency);
        if (ledger == null) {
            throw new IllegalArgumentException("the currencies are " + CURRENCIES);
        }
        return ledger;
    }

    /** Notes that a reference is used, and says whether it was free. */
    boolean take(String reference) {
        return references.add(reference);
    }

    void reset() {
        ledgers.values().forEach(Ledger::reset);
        references.clear();
        phone.reset();
        sessions.reset();
        wrongCredentials = WrongCredentialsForm.PROCESSED;
        b2cAnswer = B2cAnswerForm.INSIGHT_TXID;
        soapFault = SoapFaultForm.SERVER_500;
    }
}
