package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.conformance.CasePlayer;
import io.github.mpesasdk.cli.conformance.ConformanceException;
import io.github.mpesasdk.cli.conformance.SandboxControl;
import io.github.mpesasdk.cli.conformance.Verdict;
import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.cli.market.NearNames;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a client in any language by the conformance cases. */
@Command(
        name = "conformance",
        header = "Judge a client of any language by the cases.",
        description = {
            "%nStarts a sandbox and your runner: a program that reads one JSON object from a line of stdin for each "
                    + "case, does with your client what it says, and prints what your client saw as one JSON object on "
                    + "a line of stdout. Prints each case that failed with the difference, in what was sent and in what "
                    + "was seen, and counts. The README of the command describes both lines.",
            "%nExit code 0 if no case failed and at least one passed, else 1."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa conformance kenya --run ./my-runner",
            "  mpesa conformance kenya --run 'node runner.js' --only 'stkPush/lost-*'",
            "  mpesa conformance kenya --run ./my-runner --cases my-cases/stkPush",
            "  mpesa conformance drc --run ./my-runner --json | jq -r .verdict | sort | uniq -c"
        })
final class ConformanceCommand implements Callable<Integer>, Errors.Placed {

    private static final String OPEN_API = "vodacom";
    private static final List<String> FOLDERS = List.of("kenya", OPEN_API, "mozambique", "drc");

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "MARKET",
            completionCandidates = Folders.class,
            description = "The cases of one API: ${COMPLETION-CANDIDATES}; vodacom is the M-Pesa OpenAPI.")
    private String market = "";

    @Option(
            names = "--run",
            paramLabel = "COMMAND",
            required = true,
            description = "What starts your runner, as you would type it into a shell.")
    private String command = "";

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            split = ",",
            description = "Only the cases whose name fits; * is any text: 'stkPush/*', '*/lost-*'. Given more than "
                    + "once, or with commas, those that fit one of them.")
    private List<String> only = List.of();

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Full cases of your own, in a file or a folder of files, in place of those that mpesa has.")
    private @Nullable Path cases;

    @Option(
            names = "--sandbox",
            paramLabel = "URL",
            description = "A sandbox that runs already, and that others may use meanwhile: the cases are played in a "
                    + "tenant of their own, which is removed at the end.")
    private @Nullable String sandbox;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "The token that the controls of --sandbox want; else MPESA_SANDBOX_CONTROL_TOKEN.")
    private @Nullable String controlToken;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long the runner may take for one case; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object for each case; errors are JSON as well.")
    private boolean json;

    private Problem.Place place = Problem.Place.NOWHERE;

    ConformanceCommand(Console console) {
        this.console = console;
    }

    /** The folders of the cases, for shells that complete what is typed. */
    static final class Folders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FOLDERS.iterator();
        }
    }

    @Override
    public Problem.Place place() {
        return place;
    }

    @Override
    public Integer call() {
        String folder = folder();
        place = new Problem.Place(folder, null, false);
        if (seconds < 1) {
            throw new BadInputException("--timeout is a number of seconds, from 1.");
        }
        Optional<URI> running = Optional.ofNullable(sandbox).map(ConformanceCommand::address);
        Optional<String> token = running.flatMap(shared -> token());
        try {
            if (running.isPresent()) {
                play(folder, () -> SandboxControl.shared(running.get(), folder, token));
            } else {
                try (Sandbox own = Sandbox.start()) {
                    play(folder, () -> SandboxControl.alone(own.baseUrl(), folder));
                }
            }
        } catch (ConformanceException stopped) {
            String message = String.valueOf(stopped.getMessage());
            throw stopped.isConnected()
                    ? new FailedException("failed", message)
                    : FailedException.notConnected(message);
        }
        return ExitCode.DONE;
    }

    /** The countries of the OpenAPI share its cases. */
    private String folder() {
        String named = market.toLowerCase(Locale.ROOT);
        if (FOLDERS.contains(named)) {
            return named;
        }
        return Markets.called(named)
                .filter(country -> country.operations().equals(VodacomApi.OPERATIONS))
                .map(country -> OPEN_API)
                .orElseThrow(() ->
                        new BadInputException("There are no cases of " + NearNames.quoted(market) + ". Cases are of: "
                                + String.join(", ", FOLDERS) + "." + NearNames.suggestion(named, FOLDERS)));
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new BadInputException("--sandbox is an address such as http://127.0.0.1:8765.");
    }

    /** Never shown, not even where it cannot be sent. */
    private Optional<String> token() {
        String given =
                controlToken != null ? controlToken : console.environment().get("MPESA_SANDBOX_CONTROL_TOKEN");
        if (given != null && !given.matches("[\\x21-\\x7e]+")) {
            throw new BadInputException("A control token has letters, digits and signs, and no space.");
        }
        return Optional.ofNullable(given);
    }

    private void play(String folder, Supplier<SandboxControl> sandbox) {
        Predicate<String> chosen = chosen();
        try (SandboxControl control = sandbox.get();
                CasePlayer player = new CasePlayer(
                        folder, Optional.ofNullable(cases), control, command, Duration.ofSeconds(seconds))) {
            for (String pattern : only) {
                if (player.names().stream().noneMatch(fits(pattern))) {
                    throw new BadInputException("No case fits " + NearNames.quoted(pattern) + ". Their names are like "
                            + player.names().get(0) + ", and * is any text.");
                }
            }
            report(folder, player.play(chosen, this::print));
        }
    }

    private Predicate<String> chosen() {
        return only.stream().map(ConformanceCommand::fits).reduce(Predicate::or).orElse(name -> true);
    }

    private static Predicate<String> fits(String pattern) {
        // A case may be named as the runner is told of it, with its market before it.
        String wanted = pattern.replaceFirst("^[a-z-]+/(?=[^/]+/)", "");
        String quoted = List.of(wanted.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .reduce((before, after) -> before + ".*" + after)
                .orElse("");
        return Pattern.compile(quoted).asMatchPredicate();
    }

    private void print(Verdict verdict) {
        if (json) {
            console.out().println(Json.onOneLine(verdict.json()));
        } else if (verdict.kind() == Verdict.Kind.FAILED) {
            console.out().println("failed  " + verdict.name());
            verdict.reasons().forEach(reason -> console.out().println("        " + reason));
        }
    }

    private void report(String folder, List<Verdict> verdicts) {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        Map<String, Integer> leftOut = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.kind(), 1, Integer::sum);
            if (verdict.kind() == Verdict.Kind.LEFT_OUT) {
                verdict.reasons().forEach(reason -> leftOut.merge(reason, 1, Integer::sum));
            }
        }
        int failed = counts.getOrDefault(Verdict.Kind.FAILED, 0);
        int passed = counts.getOrDefault(Verdict.Kind.PASSED, 0);
        if (!json) {
            console.out()
                    .println(folder + ": " + verdicts.size() + (verdicts.size() == 1 ? " case, " : " cases, ") + passed
                            + " passed, " + failed + " failed, " + (verdicts.size() - passed - failed) + " left out");
            leftOut.forEach((reason, times) -> console.out().println("  left out " + times + ": " + reason));
        }
        if (failed > 0) {
            throw new FailedException(
                    "failed",
                    failed + " of " + verdicts.size() + (verdicts.size() == 1 ? " case" : " cases") + " failed.");
        }
        if (passed == 0) {
            throw new FailedException("failed", "The runner left out every case.");
        }
    }
}
