package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** A value that is written as a JSON number. */
abstract class NumberAdapter<T extends Number> extends ScalarAdapter<T> {

    @Override
    public String print(T value) {
        return value.toString();
    }

    @Override
    public final JsonElement toTree(T value) {
        return new JsonPrimitive(new WrittenNumber(print(value)));
    }
}
