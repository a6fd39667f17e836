package io.github.mpesasdk.spring;

import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.C2bValidationCode;

/**
 * Judges the payments that customers start themselves, before the money moves. A bean of this type is asked whenever
 * Safaricom asks (it does so only where the operator switched validation on), and its answer goes back in time, see
 * {@code mpesa.kenya.c2b-validation.timeout}.
 */
@FunctionalInterface
public interface C2bValidator {

    /**
     * Judges one payment. Safaricom waits, so look at nothing slow; it may ask twice, so change nothing.
     *
     * @return {@link C2bValidationCode#ACCEPTED}, or why not
     */
    C2bValidationCode validate(C2bNotification payment);
}
