package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;

/** What the drafts of Mozambique have in common. */
public abstract class MozambiqueDraft<D extends MozambiqueDraft<D>> extends Draft<D> {

    static final String MSISDN = "input_CustomerMSISDN";

    MozambiqueDraft() {
        name("id", MozambiqueFields.ID);
    }

    /**
     * Your own once-only id of this call, instead of a fresh one: 1 to 40 letters, digits or underscores, never used
     * before. A stranger may guess it, so a callback under it is believed only if it repeats the conversation id of the
     * gateway's answer, and only by the client that heard the answer. The client's own ids prove themselves to every
     * process that has the callback key.
     */
    public final D id(String onceOnly) {
        return set("id", MozambiqueFields.ID, onceOnly);
    }

    /** A mobile number as people write it. */
    final D number(String word, String msisdn) {
        try {
            return number(word, Msisdn.of(msisdn, Mozambique.NUMBERING));
        } catch (InvalidInputException unreadable) {
            return wrong(word, MSISDN, unreadable);
        }
    }

    final D number(String word, Msisdn msisdn) {
        return set(word, MSISDN, msisdn.digits());
    }
}
