package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Checked;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a request of what a caller said: completes it, and names at once all that is missing or wrong. */
final class Preparation<E> {

    // What something is found by.
    private static final Set<Role> NAMING = EnumSet.of(Role.KEY, Role.ID, Role.RECEIPT, Role.TRANSACTION);

    private final Market<E> market;
    private final HttpInvoker transport;
    private final FlowSettings settings;
    private final CallbackTokens tokens;
    private final @Nullable UnaryOperator<String> digest;
    private final Completion completion;

    /** @param digest how a journal digests what is personal; null where nothing is written into any */
    Preparation(
            Market<E> market,
            HttpInvoker transport,
            FlowSettings settings,
            CallbackTokens tokens,
            @Nullable UnaryOperator<String> digest) {
        this.digest = digest;
        this.market = market;
        this.transport = transport;
        this.settings = settings;
        this.tokens = tokens;
        this.completion = new Completion(market);
    }

    String marketName() {
        return market.name();
    }

    /**
     * The request.
     *
     * @param content its fields become those of the request
     * @throws InvalidInputException naming everything that is missing or breaks a rule
     */
    <Q extends WireRecord, A extends WireRecord> Prepared<A> of(
            String call, Operation<Q, A> operation, Draft.Content content) {
        if (content.isUndescribed()) {
            throw new InvalidInputException(call, content.wrong());
        }
        List<Violation> wrong = new ArrayList<>(content.wrong());
        JsonObject fields = content.fields();
        CallbackAddress address = address(operation, content, fields, wrong);
        FreshId freshId = new FreshId(tokens, operation.id());
        Completion.Completed completed = completion.complete(operation, fields, address, freshId);
        wrong.addAll(completed.gaps(content.words()));
        Checked<A> request =
                checked(call, operation, fields, completed.words(content.words()), content.limits(), wrong);
        String ownId = ownId(operation, fields);
        String id = ownId != null ? ownId : freshId.text();
        String key = Fingerprint.of(address != null ? address.token().text() : id);
        return new Prepared<>(
                request,
                key,
                digest == null ? Traits.NONE : traits(operation, content, fields, digest),
                content.words().getOrDefault(operation.reference().orElse(""), "id"),
                new Reference(
                        market.name(), operation.id(), operation.reference().orElse(""), id),
                content.order(),
                content.timeLimit(),
                content.limits() == Draft.Limits.LIFTED);
    }

    private static @Nullable String ownId(Operation<?, ?> operation, JsonObject fields) {
        Optional<String> field = operation.reference();
        return field.isPresent() ? new CallInput(fields).text(field.get()).orElse(null) : null;
    }

    private Traits traits(
            Operation<?, ?> operation, Draft.Content content, JsonObject fields, UnaryOperator<String> digest) {
        String amount = amount(operation, fields);
        return new Traits(
                amount.isEmpty() ? null : amount,
                said(content, fields, "from", "to").map(digest).orElse(null),
                said(content, fields, "reference")
                        .map(Traits::plain)
                        .map(digest)
                        .orElse(null),
                market.incomingMoney()
                        .flatMap(incoming -> incoming.receiver(operation, fields))
                        .orElse(null));
    }

    // What the caller said under the first of these words that has a value.
    private static Optional<String> said(Draft.Content content, JsonObject fields, String... words) {
        for (String word : words) {
            for (Map.Entry<String, String> named : content.words().entrySet()) {
                if (named.getValue().equals(word)) {
                    Optional<String> text = new CallInput(fields).text(named.getKey());
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Fills in what a person who writes wire names left out. */
    Completion.Completed complete(Operation<?, ?> operation, JsonObject fields) {
        return completion.complete(
                operation, fields, addressFor(operation, fields), new FreshId(tokens, operation.id()));
    }

    /** What is wrong with the callback addresses that a person wrote into a request. */
    List<Violation> wrongAddresses(Operation<?, ?> operation, JsonObject fields) {
        List<Violation> wrong = new ArrayList<>();
        CallInput input = new CallInput(fields);
        for (Fill fill : operation.fills()) {
            Optional<String> written = Completion.isAddress(fill) ? input.text(fill.field()) : Optional.empty();
            if (written.isPresent()) {
                try {
                    settings.addressCheck().accept(URI.create(written.get()));
                } catch (InvalidInputException refused) {
                    refused.violations()
                            .forEach(why ->
                                    wrong.add(new Violation(fill.field(), fill.field(), why.rule(), why.liftable())));
                } catch (IllegalArgumentException noAddress) {
                    wrong.add(new Violation(fill.field(), fill.field(), "must be an address"));
                }
            }
        }
        return wrong;
    }

    /** A digest of what the callbacks of a request prove themselves with; empty where they can prove nothing. */
    Optional<String> key(Checked<?> request) {
        CallInput input = new CallInput(request.fields());
        Operation<?, ?> operation = request.operation();
        Stream<String> proofs = market.proof() == Market.Proof.ID
                ? operation.reference().flatMap(input::text).stream()
                : operation.fills().stream()
                        .filter(Completion::isAddress)
                        .flatMap(fill -> input.text(fill.field()).stream())
                        .flatMap(address -> tokens.in(address).stream())
                        .map(CallbackToken::text);
        return proofs.findFirst().map(Fingerprint::of);
    }

    private @Nullable CallbackAddress addressFor(Operation<?, ?> operation, JsonObject fields) {
        return takesAddress(operation) && settings.callbacks() != null
                ? new CallbackAddress(settings.callbacks(), tokens.make(operation.id(), amount(operation, fields), ""))
                : null;
    }

    /**
     * Names at once all that is wrong with a request.
     *
     * @param fields they become what is sent
     * @param words the caller's word by wire name
     * @param limits what becomes of a value that breaks a limit which only documents state
     * @param wrong what is known to be wrong
     * @throws InvalidInputException if anything is
     */
    <Q extends WireRecord, A extends WireRecord> Checked<A> checked(
            String call,
            Operation<Q, A> operation,
            JsonObject fields,
            Map<String, String> words,
            Draft.Limits limits,
            List<Violation> wrong) {
        List<Violation> standing = standing(limits, wrong);
        if (!market.has(operation)) {
            standing.add(new Violation("environment", "must be a sandbox: production has no such call"));
        }
        Checked<A> checked = null;
        try {
            HttpInvoker judge = limits == Draft.Limits.LIFTED ? transport.with(CallOptions.LIFTED) : transport;
            checked = judge.checked(operation, fields);
            standing.addAll(useless(operation, checked.fields(), words));
        } catch (InvalidInputException invalid) {
            List<Violation> found = standing(limits, invalid.inWordsOf(words).violations());
            List<Violation> all = new ArrayList<>(standing);
            all.addAll(found);
            found.stream()
                    .filter(violation -> !isTold(violation, operation, standing, all))
                    .forEach(standing::add);
        }
        if (checked == null || !standing.isEmpty()) {
            List<Violation> told = toldOnce(standing);
            throw new InvalidInputException(call, limits == Draft.Limits.HELD ? withCure(told) : told);
        }
        return checked;
    }

    // Whatever a spec says, and whatever a caller lifts: nobody pays nothing, and what has no name is not found again.
    private static List<Violation> useless(Operation<?, ?> operation, JsonObject fields, Map<String, String> words) {
        List<Violation> useless = new ArrayList<>(0);
        CallInput input = new CallInput(fields);
        for (Field field : operation.requestAdapter().fields()) {
            String rule = useless(operation, field, input);
            if (rule != null) {
                useless.add(new Violation(words.getOrDefault(field.name(), field.name()), field.name(), rule));
            }
        }
        return useless;
    }

    private static @Nullable String useless(Operation<?, ?> operation, Field field, CallInput input) {
        boolean isPaid = field.role() == Role.AMOUNT && operation.effect() == Effect.MONEY;
        if (!isPaid && !NAMING.contains(field.role())) {
            return null;
        }
        Optional<String> text = input.text(field.name());
        if (text.isEmpty()) {
            return null;
        }
        if (isPaid) {
            return isNothing(text.get()) ? "must be above zero" : null;
        }
        return text.get().isBlank() ? "must not be blank: nothing could be found by it" : null;
    }

    // Of plain digits, as every spec has amounts.
    private static boolean isNothing(String amount) {
        for (int at = 0; at < amount.length(); at++) {
            if (amount.charAt(at) >= '1' && amount.charAt(at) <= '9') {
                return amount.startsWith("-");
            }
        }
        return true;
    }

    // What was found before says more, and a field that repeats another one is as wrong as that one.
    private static boolean isTold(
            Violation violation, Operation<?, ?> operation, List<Violation> before, List<Violation> all) {
        String field = violation.wireName();
        boolean isRepeated = operation.fills().stream()
                .filter(fill -> fill.field().equals(field) && fill.other() != null)
                .anyMatch(fill -> names(all, fill.other()));
        // A field of which one of several is needed has all their names.
        return isRepeated || Stream.of(field.split(" or ")).anyMatch(each -> names(before, each));
    }

    private static boolean names(List<Violation> violations, @Nullable String field) {
        return violations.stream().anyMatch(violation -> violation.wireName().equals(field));
    }

    private static List<Violation> standing(Draft.Limits limits, List<Violation> violations) {
        if (violations.isEmpty()) {
            return new ArrayList<>(0);
        }
        return violations.stream()
                .filter(violation -> limits != Draft.Limits.LIFTED || !violation.liftable())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    // Told once, behind the last of those that it cures.
    private static List<Violation> withCure(List<Violation> wrong) {
        List<Violation> liftable = wrong.stream().filter(Violation::liftable).toList();
        if (liftable.isEmpty()) {
            return wrong;
        }
        String cure = liftable.size() == 1
                ? " (no record shows that a gateway insists on it; liftDocumentedLimits() sends it all the same)"
                : " (no record shows that a gateway insists on the limits of "
                        + liftable.stream().map(Violation::field).distinct().collect(Collectors.joining(", "))
                        + "; liftDocumentedLimits() sends them all the same)";
        Violation last = liftable.get(liftable.size() - 1);
        List<Violation> all = new ArrayList<>(wrong);
        all.set(wrong.lastIndexOf(last), new Violation(last.field(), last.wireName(), last.rule() + cure, true));
        return all;
    }

    // A setting that is missing leaves several fields empty, and is told once.
    private static List<Violation> toldOnce(List<Violation> wrong) {
        Set<String> told = new HashSet<>();
        return wrong.stream()
                .filter(violation -> told.add(violation.field() + " " + violation.rule()))
                .toList();
    }

    private @Nullable CallbackAddress address(
            Operation<?, ?> operation, Draft.Content content, JsonObject fields, List<Violation> wrong) {
        if (!takesAddress(operation)) {
            return null;
        }
        URI base = content.callbackAddress() != null ? content.callbackAddress() : settings.callbacks();
        if (base == null) {
            String rule = "is needed: give it to the builder"
                    + (content.limits() == Draft.Limits.FIXED ? "" : ", or to this call with callback(...)");
            // For each field that stays empty, so that none of them is told besides.
            operation.fills().stream()
                    .filter(Completion::isAddress)
                    .forEach(fill -> wrong.add(new Violation("callbacksAt", fill.field(), rule)));
            return null;
        }
        if (content.callbackAddress() != null) {
            try {
                settings.addressCheck().accept(base);
            } catch (InvalidInputException refused) {
                wrong.addAll(refused.violations());
                if (content.limits() != Draft.Limits.LIFTED) {
                    return null;
                }
            }
        }
        CallbackToken token = tokens.make(
                operation.id(), amount(operation, fields), content.order().orElse(""));
        return new CallbackAddress(base, token);
    }

    // A simulated payment of a customer is reported to the addresses that were registered before.
    private boolean takesAddress(Operation<?, ?> operation) {
        if (market.proof() == Market.Proof.ADDRESS) {
            for (Fill fill : operation.fills()) {
                if (Completion.isAddress(fill)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String amount(Operation<?, ?> operation, JsonObject fields) {
        for (Field field : operation.requestAdapter().fields()) {
            if (field.role() == Role.AMOUNT) {
                return new CallInput(fields).text(field.name()).orElse("");
            }
        }
        return "";
    }
}
