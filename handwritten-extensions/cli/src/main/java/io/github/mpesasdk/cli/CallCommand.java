package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.cli.market.Call;
import io.github.mpesasdk.cli.market.Credential;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.core.crypto.KeySetting;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one operation. */
@Command(
        name = "call",
        header = "Send one operation.",
        description = {
            "%nReads a JSON object of wire names, sends it once, and prints the answer as JSON. Password, Timestamp, "
                    + "SecurityCredential, OriginatorConversationID and, outside Kenya, the session, our own ids, country "
                    + "and currency may be left out, for drc the session, date, reference, language and channel: they "
                    + "are filled in if the credentials below are given. Nothing is sent that breaks a rule of the spec.",
            "%nGoes to the operator's test gateway unless --base-url or --production says otherwise. Payments are never "
                    + "sent twice; if the answer to one is lost, the exit code is 3 and the error says what to ask with."
        },
        footer = {
            "",
            "Each credential is an option or an environment variable: --consumer-key is",
            "MPESA_KENYA_CONSUMER_KEY, --passkey is MPESA_KENYA_PASSKEY, and so on. Outside",
            "Kenya there are two: --api-key is MPESA_TANZANIA_API_KEY, --public-key is",
            "MPESA_TANZANIA_PUBLIC_KEY, and so on; a hyphen becomes an underscore, as in",
            "MPESA_DRC_OPENAPI_API_KEY. The two of drc are --username, MPESA_DRC_USERNAME,",
            "and --password, MPESA_DRC_PASSWORD.",
            "Others can see options in the list of processes, so let them name a file",
            "(@FILE), or use the environment. Credentials are never printed, unless one is",
            "the answer.",
            "",
            "With --json, an error on stderr is one JSON object as well.",
            "",
            "Examples:",
            "  mpesa call kenya token",
            "  mpesa call kenya stkPush --json push.json --base-url http://127.0.0.1:8765",
            "  echo '{\"BusinessShortCode\": \"174379\", \"CheckoutRequestID\": \"ws_CO_...\"}' |",
            "    mpesa call kenya stkQuery --json -",
            "  mpesa call tanzania c2bPayment --json charge.json --public-key @sandbox.pem",
            "  mpesa call drc c2bPayment --json charge.json --password @password.txt"
        })
final class CallCommand implements Callable<Integer>, Errors.Placed {

    /** The option that stands for {@code liftDocumentedLimits()}. */
    static final String LIFT = "--lift-documented-limits";

    private final Console console;
    private final Map<String, String> options = new HashMap<>();

    @Parameters(
            index = "0",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The market: " + Markets.NAMES + ".")
    private String market = "";

    @Parameters(
            index = "1",
            paramLabel = "OPERATION",
            completionCandidates = Markets.Operations.class,
            description = "The operation; 'mpesa operations' lists them.")
    private String operationId = "";

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "The input, from a file or from standard input; {} if not given.")
    private @Nullable String json;

    @Option(names = "--base-url", paramLabel = "URL", description = "Another gateway, such as a sandbox of your own.")
    private @Nullable String baseUrl;

    @Option(names = "--production", description = "The operator's gateway for real money.")
    private boolean production;

    @Option(
            names = LIFT,
            description = "Sends values that break a limit which only documents state; what a gateway was seen to "
                    + "refuse is refused all the same.")
    private boolean lifted;

    private Problem.Place place = Problem.Place.NOWHERE;

    private CallCommand(Console console) {
        this.console = console;
    }

    /** The command with one option a credential, whatever the markets ask for. */
    static CommandLine create(Console console) {
        CallCommand call = new CallCommand(console);
        CommandLine line = new CommandLine(call);
        Markets.ALL.stream()
                .flatMap(market -> market.credentials().stream())
                .filter(credential -> line.getCommandSpec().findOption(credential.option()) == null)
                .forEach(credential -> line.getCommandSpec().addOption(call.option(credential)));
        return line;
    }

    private OptionSpec option(Credential credential) {
        return OptionSpec.builder(credential.option())
                .type(String.class)
                .paramLabel("VALUE|@FILE")
                .description(credential.description())
                .setter(new ISetter() {
                    // Called with null before each parse.
                    @Override
                    public <T> @Nullable T set(T value) {
                        options.remove(credential.name());
                        if (value instanceof String text) {
                            options.put(credential.name(), text);
                        }
                        return null;
                    }
                })
                .build();
    }

    @Override
    public Problem.Place place() {
        return place;
    }

    @Override
    public Integer call() {
        MarketCommands known = Markets.named(market);
        place = new Problem.Place(known.name(), null, false);
        Operation<?, ?> operation = Markets.operation(known, operationId);
        place = new Problem.Place(known.name(), operation.id(), false);
        JsonObject input = input();
        CallSettings settings = lifted ? CallSettings.liftDocumentedLimits() : CallSettings.DEFAULT;
        Call call = new Call(
                operation.id(), input, settings, gateway(), production, credential -> value(credential, known.name()));
        place = new Problem.Place(known.name(), operation.id(), operation.effect() == Effect.MONEY);
        console.out().println(Json.pretty(known.call(call)));
        return ExitCode.DONE;
    }

    private JsonObject input() {
        if (json == null) {
            return new JsonObject();
        }
        byte[] bytes = InputText.bytes(json, console.in());
        return Json.object(InputText.strict(bytes, "The input"));
    }

    private @Nullable URI gateway() {
        if (baseUrl == null) {
            return null;
        }
        if (production) {
            throw new BadInputException("Give --base-url or --production, not both.");
        }
        try {
            return URI.create(baseUrl);
        } catch (IllegalArgumentException notAUrl) {
            throw new BadInputException("--base-url is not a URL.");
        }
    }

    private Optional<String> value(Credential credential, String ofMarket) {
        String option = options.get(credential.name());
        if (option != null) {
            return Optional.of(text(option, credential, credential.option()));
        }
        return EnvironmentVariables.of(ofMarket, console.environment())
                .text(credential.name())
                .map(value -> credential.isPublic() ? KeySetting.text(value, credential.variable(ofMarket)) : value);
    }

    private static String text(String option, Credential credential, String whoNamesIt) {
        if (credential.isPublic()) {
            return KeySetting.text(option, whoNamesIt);
        }
        if (!option.startsWith("@")) {
            return option;
        }
        String what = "The file that " + whoNamesIt + " names";
        return InputText.strict(InputText.ofFile(option.substring(1), what), what)
                .strip();
    }
}
