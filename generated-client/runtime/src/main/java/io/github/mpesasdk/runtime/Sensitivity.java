package io.github.mpesasdk.runtime;

/** Who may see a value; the spec's {@code x-sensitive}. */
public enum Sensitivity {
    /** Anybody. */
    NONE,
    /** Anybody, once it is cleaned: the gateway's own words. */
    WORDS,
    /** Nobody: it tells of a person. */
    PERSONAL,
    /** Nobody: it is a credential. */
    SECRET,
    /** The spec does not say: nobody, if it is text that is no code and no id. */
    UNSAID
}
