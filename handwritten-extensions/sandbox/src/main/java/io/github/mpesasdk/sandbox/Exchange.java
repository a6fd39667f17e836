package io.github.mpesasdk.sandbox;

import com.google.gson.annotations.SerializedName;
import io.github.mpesasdk.sandbox.bounds.Characters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request that reached the sandbox, and what was done with it. It holds headers and bodies as they were,
 * credentials included, because a judge must see them; {@link #toString()} shows none of them.
 *
 * @param id its number in the journal, ascending
 * @param at when it arrived, by the sandbox's clock
 * @param operationId the operation of the spec, or null if method and path fit none
 * @param method the HTTP method, upper case
 * @param path the path without the query
 * @param query the decoded query parameters
 * @param headers the headers, to be looked up in any case
 * @param body the body as text, empty if there was none
 * @param caller the app that the request proved to be, for Kenya its consumer key, else its name; null if it proved to
 *     be none
 * @param refused what the request has that the gateway is known to refuse, in words with their evidence; they may quote
 *     the request
 * @param remarks what else the spec has against the request, which the gateway takes
 * @param faults the faults that struck it
 * @param status the HTTP status that was sent, 0 if the connection was ended without an answer
 * @param answer the body of the answer as it would have been without a fault on the connection
 */
public record Exchange(
        long id,
        Instant at,
        @SerializedName("operation") @Nullable String operationId,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        @Nullable String caller,
        List<String> refused,
        List<String> remarks,
        Set<Fault> faults,
        int status,
        String answer) {

    /** Everything that the spec has against the request: what is refused, then the remarks. */
    public List<String> violations() {
        return Stream.concat(refused.stream(), remarks.stream()).toList();
    }

    /** How many characters it keeps in memory. */
    int length() {
        return path.length() + Characters.in(query) + Characters.in(headers) + body.length() + answer.length();
    }

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() {
        return "Exchange[" + method + " " + path + ", operationId=" + operationId + ", status=" + status + ", faults="
                + faults + ", refused=" + refused.size() + ", remarks=" + remarks.size() + "]";
    }
}
