package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.sandbox.EnvironmentForm;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxBuilder;
import io.github.mpesasdk.sandbox.tls.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until somebody stops it. */
@Command(
        name = "sandbox",
        header = "Run an M-Pesa of your own.",
        description = {
            "%nListens on this machine only, until Ctrl-C or SIGTERM. The first line on stdout is one JSON object: "
                    + "baseUrl, and for each market its address, credentials and certificate, which are the same at "
                    + "every start. GET BASEURL/_sandbox answers the same; the README of the sandbox says how to make "
                    + "it misbehave. Every request and callback is one line on stderr.",
            "%nEach setting is also a variable, such as MPESA_SANDBOX_PORT and MPESA_SANDBOX_KENYA_CONSUMER_KEY, and a "
                    + "name in the file of --settings. An option goes before a variable, a variable before the file."
        },
        footer = {
            "",
            "Example:",
            "  mpesa sandbox &",
            "  eval \"$(curl -s http://127.0.0.1:8765/_sandbox/env)\"",
            "  mpesa call kenya token --base-url $MPESA_BASE_URL"
        })
final class SandboxCommand implements Callable<Integer> {

    private static final String USUAL_PORT = "8765";
    private static final String USUAL_HTTPS_PORT = "8766";
    private static final String USUAL_PROXY_PORT = "8767";
    private static final String USUAL_AUTHORITY = ".mpesa-sandbox";

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 8765 if not given; 0 for a free one.")
    private @Nullable String port;

    @Option(
            names = "--mozambique-ports",
            paramLabel = "PORTS",
            description =
                    "Ports of Mozambique's operations: operator for those of reality, which is the default; free; "
                            + "or pairs such as c2bPayment=18352. With --port 0 they are free.")
    private @Nullable String operationPorts;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on, such as 0.0.0.0 in a container; the controls want a token then.")
    private @Nullable String host;

    @Option(names = "--control-token", paramLabel = "TOKEN", description = "The token that the controls want.")
    private @Nullable String controlToken;

    @Option(names = "--seed", paramLabel = "TEXT", description = "What credentials follow from.")
    private @Nullable String seed;

    @Option(
            names = "--accept-any-credential",
            description = "Take every key, password, passkey and short code for the right one.")
    private boolean acceptAnyCredential;

    @Option(
            names = "--https-port",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = USUAL_HTTPS_PORT,
            description =
                    "Listen for HTTPS too, on this port; " + USUAL_HTTPS_PORT + " if none is given, 0 for a free one.")
    private @Nullable String httpsPort;

    @Option(
            names = "--proxy",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = USUAL_PROXY_PORT,
            description =
                    "Be a proxy too, for HTTPS_PROXY of clients that have the operator's address built in: it leads "
                            + "the operators' hosts here and forwards nothing. On this port; " + USUAL_PROXY_PORT
                            + " if none is given, 0 for a free one.")
    private @Nullable String proxyPort;

    @Option(
            names = "--authority",
            paramLabel = "FOLDER",
            description =
                    "Where the certificate authority of both is kept, in ca.pem for clients to trust; made at the "
                            + "first start. ~/" + USUAL_AUTHORITY + " if not given.")
    private @Nullable String authority;

    @Option(
            names = "--callback-host",
            paramLabel = "HOST",
            split = ",",
            description = "A host that callbacks may go to, beside this machine. May be given several times.")
    private List<String> callbackHosts = new ArrayList<>();

    @Option(
            names = "--callback-any-certificate",
            description = "Deliver callbacks over https whatever certificate the receiver shows.")
    private boolean callbackAnyCertificate;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A JSON file with settings, and credentials in the form of the first line.")
    private @Nullable Path settings;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting: kenya.payBill=174379, callbackDelay=2s, promptTimeout=1m, tokenLifetime, "
                    + "slowness, lateness, clock, faults=kenya.stkPush=HTML_503, and so on.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--env",
            paramLabel = "FORM",
            description = "Print variables first instead of the JSON line: shell, dotenv or json.")
    private @Nullable String env;

    @Option(names = "--quiet", description = "No lines on stderr.")
    private boolean quiet;

    @Option(
            names = "--strict",
            description = "Refuse whatever breaks a documented rule, not only what a gateway is known to refuse.")
    private boolean strict;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SandboxBuilder builder = Sandbox.builder();
        try {
            configure(builder);
            EnvironmentForm form = env == null ? null : EnvironmentForm.of(env);
            run(start(builder), form);
        } catch (IllegalArgumentException notPossible) {
            throw new BadInputException("The sandbox cannot start: " + notPossible.getMessage());
        }
        return ExitCode.DONE;
    }

    private void configure(SandboxBuilder builder) {
        builder.set("port", USUAL_PORT);
        builder.authority(Path.of(System.getProperty("user.home"), USUAL_AUTHORITY));
        builder.set("operationPorts", "usual");
        if (settings != null) {
            builder.settings(contents(settings));
        }
        builder.environment(console.environment());
        Map<String, String> options = new LinkedHashMap<>(set);
        put(options, "port", port);
        put(options, "host", host);
        put(options, "controlToken", controlToken);
        put(options, "seed", seed);
        put(options, "operationPorts", operationPorts);
        put(options, "httpsPort", httpsPort);
        put(options, "proxyPort", proxyPort);
        put(options, "authority", authority);
        options.forEach(builder::set);
        if (acceptAnyCredential) {
            builder.acceptAnyCredential();
        }
        if (strict) {
            builder.strict();
        }
        builder.callbackHosts(callbackHosts.toArray(String[]::new));
        if (callbackAnyCertificate) {
            builder.callbackAnyCertificate();
        }
        if (!quiet) {
            builder.log(line -> console.err().println(line));
        }
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private void run(Sandbox sandbox, @Nullable EnvironmentForm form) {
        Thread onSignal = new Thread(sandbox::close, "sandbox-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        console.out()
                .println(
                        form == null
                                ? sandbox.describe()
                                : sandbox.environment(form).stripTrailing());
        console.out().flush();
        if (!quiet) {
            console.err().println("A page to look at: " + sandbox.baseUrl() + "/");
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            sandbox.close();
        }
    }

    private static Sandbox start(SandboxBuilder builder) {
        try {
            return builder.start();
        } catch (PortException noPort) {
            throw new FailedException(
                    "failed",
                    noPort.getMessage() + " --port, --https-port and --proxy take another one, or 0 for a free one;"
                            + " --mozambique-ports free does so for the ports of Mozambique.");
        } catch (IllegalStateException noServer) {
            throw new FailedException("failed", "The sandbox cannot start: " + noServer.getMessage());
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException("The file of --settings cannot be read: " + file);
        }
    }
}
