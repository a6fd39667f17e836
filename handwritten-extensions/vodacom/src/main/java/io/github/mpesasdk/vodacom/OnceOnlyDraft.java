package io.github.mpesasdk.vodacom;

import java.util.regex.Pattern;

/** What the drafts of calls have in common that are sent once, under an id. */
public abstract class OnceOnlyDraft<D extends OnceOnlyDraft<D>> extends VodacomDraft<D> {

    // The field takes more, but the question for the outcome could not name it then.
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,32}");

    OnceOnlyDraft(Numbers numbers) {
        super(numbers);
        name("id", VodacomFields.ID);
    }

    /**
     * Your own once-only id of this call, instead of a fresh one: 1 to 32 letters or digits. The gateway refuses an id
     * that it has seen, so one id can pay once. A stranger may guess it, so a callback under it is believed only if it
     * repeats the conversation id of the gateway's answer, and only by the client that heard the answer. The client's
     * own ids prove themselves to every process that has the callback key.
     */
    public final D id(String onceOnly) {
        return ID.matcher(onceOnly).matches()
                ? set("id", VodacomFields.ID, onceOnly)
                : wrong(
                        "id",
                        VodacomFields.ID,
                        "must be 1 to 32 letters or digits, so no hyphen; a UUID without its hyphens will do");
    }
}
