package io.github.mpesasdk.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a program gets from the shell. Tests give their own.
 *
 * @param in standard input
 * @param out standard output, for the answer and nothing else
 * @param err standard error, for one message
 * @param environment the environment variables
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment) {

    /** The real ones. Output is UTF-8 whatever the locale says, for JSON is. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
    }

    @Override
    public String toString() {
        return "Console[***]";
    }
}
