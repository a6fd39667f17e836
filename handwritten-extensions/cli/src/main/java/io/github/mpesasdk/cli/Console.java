package io.github.mpesasdk.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/**
 * What a program gets from the shell. Tests give their own.
 *
 * @param in standard input
 * @param out standard output, for the answer and nothing else
 * @param err standard error, for one message
 * @param environment the environment variables
 * @param colour whether people see the output on a terminal that shows colours
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean colour) {

    /** The real ones. Output is UTF-8 whatever the locale says, for JSON is. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                // Knows terminals on every JDK, and heeds NO_COLOR.
                CommandLine.Help.Ansi.AUTO.enabled());
    }

    @Override
    public String toString() {
        return "Console[***]";
    }
}
