package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.market.Sessions;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the operations of the gateway share. */
final class DrcState {

    static final String MARKET = "drc";
    static final List<String> CURRENCIES = List.of("CDF", "USD");

    final MarketContext context;
    final RandomText random = new RandomText();
    final Phone phone = new Phone("243\\d{9}", "243 and nine digits");
    final SoapAnswers answers = new SoapAnswers();
    final Sessions<DrcLogin> sessions;
    final DrcLogin defaultLogin;
    volatile WrongCredentialsForm wrongCredentials = WrongCredentialsForm.PROCESSED;
    volatile B2cAnswerForm b2cAnswer = B2cAnswerForm.INSIGHT_TXID;
    volatile SoapFaultForm soapFault = SoapFaultForm.SERVER_500;

    final Map<String, Ledger> ledgers = new TreeMap<>();
    private final Set<String> references = ConcurrentHashMap.newKeySet();

    DrcState(MarketContext context) {
        this.context = context;
        sessions = new Sessions<>(context.clock(), context.tokenLifetime());
        defaultLogin = addLogin("default");
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

    /** Lets somebody else log in. */
    DrcLogin addLogin(String name) {
        DrcLogin login = new DrcLogin(name, random.letters(8), random.letters(16));
        return sessions.add(login.username(), login);
    }

    /** Who sent a message: by name and password, or by session. */
    Optional<DrcLogin> caller(Event event, SoapRequest request) {
        if (event == Event.LOGIN) {
            String password = request.text("Password");
            return sessions.byKey(request.text("Username"))
                    .filter(login -> login.password().equals(password));
        }
        return Optional.ofNullable(request.token()).flatMap(token -> sessions.bySession(token, MARKET));
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
