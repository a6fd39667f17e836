package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.message.BodyTable;
import io.github.mpesasdk.core.message.BodyTable.Found;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.runtime.Bodies;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Reads every body that one gateway sends, by the table that the spec has of them. Whatever comes in, only
 * {@link UnreadableBodyException} comes out. Immutable.
 *
 * @param <E> the callback types of the API
 */
public final class BodyReader<E> {

    // The spec's word for a shape in which any operation may be refused.
    static final String ANY = "any";
    private static final Function<UntrustedBody, JsonObject> PLAIN = UntrustedBody::json;

    private final String market;
    private final Bodies<E> bodies;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<List<Operation<?, ?>>> operations;
    private final Function<UntrustedBody, JsonObject> fields;
    private final UnaryOperator<String> amounts;
    private final BodyTable table;
    private final List<Shape<?>> errorShapes = new ArrayList<>();
    private final Outcomes outcomes;

    private BodyReader(
            String market,
            Bodies<E> bodies,
            Supplier<Catalogue> catalogue,
            Supplier<List<Operation<?, ?>>> operations,
            Function<UntrustedBody, JsonObject> fields,
            UnaryOperator<String> amounts) {
        this.market = market;
        this.bodies = bodies;
        this.catalogue = catalogue;
        this.operations = operations;
        this.fields = fields;
        this.amounts = amounts;
        this.table = new BodyTable(bodies);
        for (Shape<?> shape : bodies.answers()) {
            if (shape.as() == Shape.As.ERROR) {
                errorShapes.add(shape);
            }
        }
        this.outcomes = new Outcomes(this);
    }

    /**
     * Reads the bodies of an API that speaks JSON.
     *
     * @param catalogue asked for when a code came
     * @param operations asked for late, too: a process that pays loads the records of what it sends, and no others
     */
    public static <E> BodyReader<E> of(
            String market,
            Bodies<E> bodies,
            Supplier<Catalogue> catalogue,
            Supplier<List<Operation<?, ?>>> operations) {
        return new BodyReader<>(market, bodies, catalogue, operations, PLAIN, text -> text);
    }

    /** The same for bodies that are no JSON, but can be read as an object of wire names. */
    public BodyReader<E> reading(Function<UntrustedBody, JsonObject> other) {
        return new BodyReader<>(market, bodies, catalogue, operations, other, amounts);
    }

    /** The same for values of which some are amounts in a form of the gateway's own. */
    public BodyReader<E> writingAmounts(UnaryOperator<String> decimals) {
        return new BodyReader<>(market, bodies, catalogue, operations, fields, decimals);
    }

    String market() {
        return market;
    }

    List<Operation<?, ?>> operations() {
        return operations.get();
    }

    /** The codes of the API. */
    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** What its messages say about a payment. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /** The text of a field, unless it is missing or stands for no value. */
    public Optional<String> text(JsonObject object, String name) {
        if (!(object.get(name) instanceof JsonPrimitive value)) {
            return Optional.empty();
        }
        String text = value.getAsString();
        return bodies.isAbsent(name, text) ? Optional.empty() : Optional.of(text);
    }

    /** The payments of which a message of a shape can tell. */
    List<String> payments(Shape<?> shape) {
        return operations().stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .filter(operation -> shape.as() != Shape.As.CALLBACK
                        || shape.posted().equals(ANY)
                        || operation.callback().filter(shape.posted()::equals).isPresent())
                .<String>map(Operation::id)
                .toList();
    }

    /**
     * The callback in a body.
     *
     * @param isTimeout whether it arrived under the address for queue time-outs
     * @throws UnreadableBodyException if it is no callback of this gateway's
     */
    public Message<E> callback(String body, boolean isTimeout) {
        UntrustedBody untrusted = UntrustedBody.of(market, body);
        JsonObject object = fields.apply(untrusted);
        return this.table
                .<E>find(object, bodies.callbacks())
                .map(found -> message(found, isTimeout))
                .orElseThrow(() -> untrusted.unreadable(
                        this.table.<Object>find(object, bodies.answers()).isPresent()
                                ? "it is an answer or a reply, and no callback"
                                : "its fields are none of a callback's"));
    }

    private Message<E> message(Found<E> found, boolean isTimeout) {
        Kind timeout = isTimeout ? BodyTable.timeout(found.shape()) : null;
        return new Message<>(
                found.shape().adapter().of(found.object()),
                found.shape(),
                timeout == null ? found.kind() : timeout,
                told(found),
                table.isDoubtful(found),
                table.hasSign(found));
    }

    private Told told(Found<?> found) {
        return Told.of(bodies, found.object(), found.shape().adapter(), amounts).beside(found.around());
    }

    /** What an answer tells. */
    public Told told(JsonObject answer, RecordAdapter<?> adapter) {
        return Told.of(bodies, answer, adapter, amounts);
    }

    /** What an answer tells that is an error in a form of its own. */
    public Optional<Told> error(JsonObject answer) {
        Optional<Found<Object>> error = this.table.findEvenIfDoubled(answer, errorShapes);
        // Most answers look like no error at all.
        if (error.isEmpty()) {
            return Optional.empty();
        }
        // One that says two things is an error if it says so in any way.
        Optional<Found<Object>> found =
                this.table.saysTwoThings(answer) ? error : this.table.find(answer, bodies.answers());
        return found.filter(one -> one.shape().as() == Shape.As.ERROR).map(this::told);
    }

    /**
     * Reads any body, callbacks and answers alike, into the one normal form.
     *
     * @throws UnreadableBodyException if it is none of this gateway's
     */
    public Decoded decode(String body) {
        UntrustedBody untrusted = UntrustedBody.of(market, body);
        JsonObject object = fields == PLAIN ? untrusted.printedJson() : fields.apply(untrusted);
        return this.table
                .<E>find(object, bodies.callbacks())
                .map(found -> message(found, false))
                .map(message -> message.told().as(message.kind().name(), outcomes.stateOf(message)))
                .or(() -> this.table.<Object>find(object, bodies.answers()).map(this::answer))
                .orElseThrow(() -> untrusted.unreadable("its fields are none of this API's"));
    }

    private Decoded answer(Found<?> found) {
        Told told = told(found);
        return told.as(found.kind().name(), outcomes.stateOf(found, told));
    }
}
