package io.github.mpesasdk.sandbox.drc;

/** How a login with wrong credentials is answered. The sister gateway in Tanzania is known to do both. */
public enum WrongCredentialsForm {
    /** As if all were well, with the words Invalid Credentials in the place of the session. */
    PROCESSED,
    /** Code 4, Error, Authentication Failed. */
    ERROR
}
