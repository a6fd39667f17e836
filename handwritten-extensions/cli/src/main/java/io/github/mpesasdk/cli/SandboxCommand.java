package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.sandbox.Sandbox;
import java.net.BindException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until somebody stops it. */
@Command(
        name = "sandbox",
        header = "Run an M-Pesa of your own.",
        description = {
            "%nListens on this machine only, until Ctrl-C or SIGTERM. The first line on stdout is one JSON object: "
                    + "baseUrl, and for each market its address, credentials and certificate, made anew at every start. "
                    + "GET BASEURL/_sandbox answers the same; the README of the sandbox says how to make it misbehave."
        },
        footer = {
            "",
            "Example:",
            "  mpesa sandbox --port 8765 > sandbox.json &",
            "  export MPESA_KENYA_CONSUMER_KEY=$(jq -r .kenya.consumerKey sandbox.json)",
            "  export MPESA_KENYA_CONSUMER_SECRET=$(jq -r .kenya.consumerSecret sandbox.json)",
            "  mpesa call kenya token --base-url http://127.0.0.1:8765"
        })
final class SandboxCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; a free one if not given.")
    private int port;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new BadInputException("A port is a number from 1 to 65535, or 0 for a free one.");
        }
        Sandbox sandbox = start();
        Thread onSignal = new Thread(sandbox::close, "sandbox-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        console.out().println(sandbox.describe());
        console.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            sandbox.close();
        }
        return ExitCode.DONE;
    }

    private Sandbox start() {
        try {
            return Sandbox.start(port);
        } catch (RuntimeException noServer) {
            if (isAboutThePort(noServer)) {
                throw new FailedException(
                        "failed", "The sandbox cannot have port " + port + ": another program has it.");
            }
            throw noServer;
        }
    }

    private static boolean isAboutThePort(Throwable error) {
        Throwable cause = error;
        while (cause != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
