package io.github.mpesasdk.core.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.runtime.WrittenNumber;
import java.util.Map;
import okio.Buffer;

/** Writes JSON straight into the buffer that leaves; digits as they were given. */
final class JsonEncoding {

    private static final String HEX = "0123456789abcdef";

    private JsonEncoding() {}

    static Buffer of(JsonObject object) {
        Buffer out = new Buffer();
        write(out, object);
        return out;
    }

    private static void write(Buffer out, JsonElement element) {
        if (element instanceof JsonObject object) {
            char before = '{';
            for (Map.Entry<String, JsonElement> part : object.entrySet()) {
                out.writeByte(before);
                text(out, part.getKey());
                out.writeByte(':');
                write(out, part.getValue());
                before = ',';
            }
            out.writeUtf8(object.isEmpty() ? "{}" : "}");
        } else if (element instanceof JsonArray array) {
            char before = '[';
            for (JsonElement part : array) {
                out.writeByte(before);
                write(out, part);
                before = ',';
            }
            out.writeUtf8(array.isEmpty() ? "[]" : "]");
        } else if (element instanceof JsonPrimitive primitive && isText(primitive)) {
            text(out, primitive.getAsString());
        } else {
            out.writeUtf8(element.isJsonNull() ? "null" : element.getAsString());
        }
    }

    // A caller's number may be none that JSON has.
    private static boolean isText(JsonPrimitive primitive) {
        return primitive.isString() || (primitive.isNumber() && !WrittenNumber.isOne(primitive.getAsString()));
    }

    private static void text(Buffer out, String text) {
        out.writeByte('"');
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (isEscaped(character)) {
                out.writeUtf8(text, written, at);
                escape(out, character);
                written = at + 1;
            }
        }
        out.writeUtf8(text, written, text.length());
        out.writeByte('"');
    }

    // U+2028 and U+2029 end a line in JavaScript.
    private static boolean isEscaped(char character) {
        return character < ' '
                || character == '"'
                || character == '\\'
                || character == '\u2028'
                || character == '\u2029';
    }

    private static void escape(Buffer out, char character) {
        out.writeByte('\\');
        switch (character) {
            case '"', '\\' -> out.writeByte(character);
            case '\t' -> out.writeByte('t');
            case '\b' -> out.writeByte('b');
            case '\n' -> out.writeByte('n');
            case '\r' -> out.writeByte('r');
            case '\f' -> out.writeByte('f');
            default -> {
                out.writeByte('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.writeByte(HEX.charAt((character >> shift) & 0xf));
                }
            }
        }
    }
}
