package io.github.mpesasdk.sandbox.drc;

/**
 * Who may log in.
 *
 * @param name names it in the journal
 * @param username what it logs in as
 * @param password and with what
 */
public record DrcLogin(String name, String username, String password) {

    @Override
    public String toString() {
        return "DrcLogin[" + name + "]";
    }
}
