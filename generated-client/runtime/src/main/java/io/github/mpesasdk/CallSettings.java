package io.github.mpesasdk;

/**
 * How one call from plain JSON is made, where it differs from others. Immutable.
 *
 * @param liftsDocumentedLimits whether a limit that only documents state is no reason to refuse a value
 */
public record CallSettings(boolean liftsDocumentedLimits) {

    /** As a call is made that says nothing about it. */
    public static final CallSettings DEFAULT = new CallSettings(false);

    /**
     * Lets values through that break a limit which only documents state, as {@link Draft#liftDocumentedLimits} does.
     */
    public static CallSettings liftDocumentedLimits() {
        return new CallSettings(true);
    }
}
