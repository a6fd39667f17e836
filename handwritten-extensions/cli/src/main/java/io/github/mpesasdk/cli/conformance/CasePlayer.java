package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.cli.market.BadInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays cases: tells a sandbox what to answer, gives each case to the program under test, and compares what was sent
 * and seen with what the case wants.
 */
public final class CasePlayer implements AutoCloseable {

    // More than any case lets a client fetch.
    private static final int TOKENS = 3;

    private final CaseBook book;
    private final SandboxControl sandbox;
    private final Runner runner;
    private final Socket taken = new Socket();

    /**
     * A player.
     *
     * @param market the folder of the cases
     * @param own a file or folder with cases to play in their place
     * @param command the program under test, as a line for the shell
     * @param patience how long it may take for one case
     * @throws BadInputException if a file is not a full case
     */
    public CasePlayer(String market, Optional<Path> own, SandboxControl sandbox, String command, Duration patience) {
        CaseBook all = CaseBook.of(market);
        this.book = own.map(all::with).orElse(all);
        this.sandbox = sandbox;
        this.runner = new Runner(command, patience);
    }

    /** The names of all cases: {@code stkPush/lost-answer}. */
    public List<String> names() {
        return book.names();
    }

    /**
     * Plays the chosen ones, one after the other.
     *
     * @throws ConformanceException if the sandbox or the program is not there
     */
    public List<Verdict> play(Predicate<String> chosen, Consumer<Verdict> listener) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String name : names()) {
            if (chosen.test(name)) {
                Verdict verdict = play(name);
                listener.accept(verdict);
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    private Verdict play(String name) {
        JsonObject played = book.find(name);
        boolean isCallback = played.getAsJsonObject("given").has("callback");
        try {
            return isCallback ? receive(name, played) : call(name, played);
        } catch (Runner.NoLineException silent) {
            return Verdict.of(name, List.of(silent.what()));
        }
    }

    private Verdict receive(String name, JsonObject played) {
        JsonObject given = played.getAsJsonObject("given");
        JsonObject question = question(name, played);
        question.add("callback", given.get("callback"));
        question.addProperty(
                "body",
                given.has("body")
                        ? given.get("body").toString()
                        : given.get(given.has("xml") ? "xml" : "text").getAsString());
        JsonObject seen = runner.ask(question);
        if (seen.has("leftOut")) {
            return leftOut(name, seen);
        }
        SeenCheck check = new SeenCheck(played.getAsJsonObject("expect"), seen);
        List<String> differences = check.ofCallback();
        return differences.isEmpty() && check.lacksReply()
                ? new Verdict(name, Verdict.Kind.LEFT_OUT, List.of("the runner does not say what its client replies"))
                : Verdict.of(name, differences);
    }

    private Verdict call(String name, JsonObject played) {
        JsonObject given = played.getAsJsonObject("given");
        JsonObject expect = played.getAsJsonObject("expect");
        boolean isReachable = answers(played).stream().noneMatch(answer -> isUnreachable(answer));
        sandbox.reset();
        tell(played, isReachable);
        JsonObject question = question(name, played);
        List.of("operation", "input", "at").forEach(part -> copy(given, question, part));
        copy(played, question, "request");
        question.addProperty("baseUrl", (isReachable ? sandbox.address() : nowhere()).toString());
        question.addProperty("basePath", book.basePath(given));
        JsonObject credentials = book.values().deepCopy();
        credentials.addProperty("market", book.marketOf(given));
        credentials.addProperty("publicKey", RunnerKey.publicKey());
        credentials.addProperty("certificate", RunnerKey.certificate());
        question.add("credentials", credentials);
        JsonObject seen = runner.ask(question);
        if (seen.has("leftOut")) {
            return leftOut(name, seen);
        }
        List<JsonObject> exchanges = sandbox.journal();
        List<String> differences = new ArrayList<>(new WireCheck(book, played).differences(exchanges));
        differences.addAll(
                new SeenCheck(expect, seen).ofOperation(book.secrets(), reference(expect, given, exchanges)));
        return Verdict.of(name, differences);
    }

    private static Verdict leftOut(String name, JsonObject seen) {
        JsonElement why = seen.get("leftOut");
        return new Verdict(
                name, Verdict.Kind.LEFT_OUT, List.of(why.isJsonPrimitive() ? why.getAsString() : why.toString()));
    }

    private JsonObject question(String name, JsonObject played) {
        JsonObject question = new JsonObject();
        question.addProperty("case", book.market() + "/" + name);
        copy(played, question, "needs");
        return question;
    }

    private static void copy(JsonObject from, JsonObject to, String field) {
        if (from.has(field)) {
            to.add(field, from.get(field));
        }
    }

    /** What the sandbox answers to the operation of the case, and to whatever a client asks before it. */
    private void tell(JsonObject played, boolean isReachable) {
        String operation = played.getAsJsonObject("given").get("operation").getAsString();
        book.probe()
                .filter(probe -> !probe.get("operation").getAsString().equals(operation))
                .ifPresent(probe -> sandbox.tell(
                        probe.get("operation").getAsString(), orElse(list(played.get("probe")), probe.get("answer"))));
        book.tokens().filter(tokens -> !tokens.operation().equals(operation)).ifPresent(tokens -> {
            List<JsonObject> told = list(played.get("token"));
            sandbox.tell(
                    tokens.operation(),
                    told.isEmpty()
                            ? IntStream.rangeClosed(1, TOKENS)
                                    .mapToObj(tokens::answer)
                                    .toList()
                            : told);
        });
        List<JsonObject> answers = answers(played);
        if (isReachable && !answers.isEmpty()) {
            sandbox.tell(operation, answers);
        }
    }

    private static List<JsonObject> orElse(List<JsonObject> told, JsonElement otherwise) {
        return told.isEmpty() ? List.of(otherwise.getAsJsonObject()) : told;
    }

    private static List<JsonObject> answers(JsonObject played) {
        return list(played.has("answers") ? played.get("answers") : played.get("answer"));
    }

    private static boolean isUnreachable(JsonObject answer) {
        return answer.has("fault") && answer.get("fault").getAsString().equals("unreachable");
    }

    private static List<JsonObject> list(@Nullable JsonElement oneOrMany) {
        if (oneOrMany instanceof JsonArray many) {
            return many.asList().stream().map(JsonElement::getAsJsonObject).toList();
        }
        return oneOrMany instanceof JsonObject one ? List.of(one) : List.of();
    }

    private static @Nullable String reference(JsonObject expect, JsonObject given, List<JsonObject> exchanges) {
        List<JsonObject> sent = WireCheck.of(given.get("operation").getAsString(), exchanges);
        return expect.has("referenceField") && !sent.isEmpty()
                ? WireCheck.field(sent.get(0), expect.get("referenceField").getAsString())
                        .orElse(null)
                : null;
    }

    /** An address at which nobody listens, and nobody can: a payment must not reach a stranger. */
    private URI nowhere() {
        try {
            if (!taken.isBound()) {
                taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
            return URI.create("http://127.0.0.1:" + taken.getLocalPort());
        } catch (IOException noPort) {
            throw new ConformanceException("This machine has no free port.");
        }
    }

    @Override
    public void close() {
        runner.close();
        try {
            taken.close();
        } catch (IOException closedAlready) {
            // That is what was wanted.
        }
    }
}
