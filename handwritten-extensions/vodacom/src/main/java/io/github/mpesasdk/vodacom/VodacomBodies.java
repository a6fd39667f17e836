package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Reads bodies from outside. Whatever comes in, only {@link UnreadableBodyException} comes out. */
final class VodacomBodies {

    private VodacomBodies() {}

    /** The callback in a body; a request of ours has the same prefix, but no result. */
    static Optional<Heard> callback(JsonObject body) {
        WireFields fields = WireFields.ofCallback(body);
        return fields.code().isEmpty()
                ? Optional.empty()
                : Optional.of(new Heard(CallbackShape.of(fields).read(body), fields));
    }
}
