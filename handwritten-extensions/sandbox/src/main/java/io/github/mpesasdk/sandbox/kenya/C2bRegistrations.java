package io.github.mpesasdk.sandbox.kenya;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which addresses hear of customer payments to which short code. A new registration replaces the old one. */
final class C2bRegistrations {

    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();

    void put(String shortCode, Registration registration) {
        registrations.put(shortCode, registration);
    }

    Optional<Registration> find(String shortCode) {
        return Optional.ofNullable(registrations.get(shortCode));
    }

    void reset() {
        registrations.clear();
    }

    /**
     * One registration.
     *
     * @param version of the call that made it
     * @param payerForm how the payer is told, unless {@link KenyaSandbox#payerForm} says otherwise
     * @param completes whether a payment completes when the validation address stays silent
     */
    record Registration(
            String version, String confirmationUrl, String validationUrl, PayerForm payerForm, boolean completes) {

        @Override
        public String toString() {
            return "Registration[***]";
        }
    }
}
