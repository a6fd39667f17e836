package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The places of an OpenAPI document that extensions may speak of. */
enum Place {
    DOCUMENT(""),
    SERVER_VARIABLE(".*/servers/\\d+/variables/[^/]+"),
    TAG("/tags/\\d+"),
    OPERATION("/paths/[^/]+/(get|post|put|delete|patch)"),
    CALLBACK(".*/callbacks/[^/]+/[^/]+/(get|post|put|delete|patch)"),
    PARAMETER("(/paths/.*/parameters/\\d+|/components/parameters/[^/]+)"),
    RESPONSE("(/paths/.*/responses/[^/]+|/components/responses/[^/]+)"),
    SCHEMA("/components/schemas/[^/]+"),
    ENUM("/components/schemas/[^/]+"),
    // In a query, the schema of a parameter is what a property is in a body.
    PROPERTY("/components/schemas/[^/]+(/[^/]+)*/properties/[^/]+|/paths/.*/parameters/\\d+/schema");

    private final Pattern pointers;

    Place(String pointers) {
        this.pointers = Pattern.compile(pointers);
    }

    /** Every place that a value is; none, where it is no place for an extension. */
    static Set<Place> of(String pointer, JsonNode value) {
        Set<Place> places = EnumSet.noneOf(Place.class);
        for (Place place : values()) {
            if (place.is(pointer, value)) {
                places.add(place);
            }
        }
        return places;
    }

    /** Whether a value is at such a place. */
    boolean is(String pointer, JsonNode value) {
        return value.isObject() && pointers.matcher(pointer).matches() && (this != ENUM || value.has("enum"));
    }

    /** How {@code extensions.yaml} writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
