package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.sandbox.Journal;

/** Holds a story to its words: whatever went otherwise ends it. */
final class Told {

    private Told() {}

    /** What is told, and whether it was so. */
    static void expect(boolean asTold, String what) {
        if (!asTold) {
            throw new StoryBrokenException("It is told that " + what + ", but it was not so.");
        }
    }

    /** A payment that is told to have succeeded. */
    static Succeeded succeeded(Outcome outcome) {
        if (outcome instanceof Succeeded succeeded) {
            return succeeded;
        }
        throw new StoryBrokenException(
                "A payment should have succeeded, but is " + outcome.getClass().getSimpleName() + ".");
    }

    /** A payment whose answer is told to be lost; gives what to ask with. */
    static Reference lost(Runnable send) {
        return referenceOf(unknown(send));
    }

    /** The same; gives the whole error. */
    static UnknownOutcomeException unknown(Runnable send) {
        try {
            send.run();
        } catch (UnknownOutcomeException unknown) {
            return unknown;
        }
        throw new StoryBrokenException("The sandbox was to lose an answer, and it arrived.");
    }

    /** What a lost payment is asked for with. */
    static Reference referenceOf(UnknownOutcomeException unknown) {
        return unknown.reference()
                .orElseThrow(() -> new StoryBrokenException("A lost payment came without a reference."));
    }

    /** A payment that is told to have failed. */
    static Failed failed(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed;
        }
        throw new StoryBrokenException(
                "A payment should have failed, but is " + outcome.getClass().getSimpleName() + ".");
    }

    /** A payment that is told to be refused for a reason; gives the gateway's code. */
    static Code refused(Runnable send, String reason) {
        try {
            send.run();
        } catch (RefusedException refused) {
            return refused.code().orElseThrow(() -> new StoryBrokenException("A refusal came without a code."));
        }
        throw new StoryBrokenException("It is told that " + reason + " is refused, but it was not so.");
    }

    /** Every request is told to keep the rules of the spec. */
    static void keptEveryRule(Journal journal) {
        expect(journal.violations().isEmpty(), "every request keeps the rules of the spec");
    }
}
