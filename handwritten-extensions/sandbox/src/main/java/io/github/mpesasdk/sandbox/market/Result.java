package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a request ended, and what it yielded.
 *
 * @param code how it ended
 * @param fields what it yielded, in the order of the document; Vodacom's are named without {@code output_} or
 *     {@code input_}
 */
public record Result(Code code, Map<String, JsonElement> fields) {

    /** A result that yielded nothing. */
    public static Result of(Code code) {
        return new Result(code, Map.of());
    }

    /** A result that is answered as an example of the spec has it; its ids are to be put in. */
    public static Result of(Code code, JsonObject example) {
        return new Result(code, example.deepCopy().asMap());
    }

    /** The same result with one more text. */
    public Result with(String field, String value) {
        return with(field, new JsonPrimitive(value));
    }

    /** The same result with one more number, written exactly as its {@code toString()}. */
    public Result with(String field, Number value) {
        return with(field, new JsonPrimitive(value));
    }

    /** The same result with one more field. */
    public Result with(String field, JsonElement value) {
        Map<String, JsonElement> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Result(code, more);
    }

    /** The same result with one more field, unless there is nothing in it. */
    public Result withAny(String field, String value) {
        return value.isEmpty() ? this : with(field, value);
    }

    /** A text that it yielded; empty if it did not. */
    public String text(String field) {
        return fields.get(field) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    @Override
    public String toString() {
        return "Result[" + code.code() + "]";
    }
}
