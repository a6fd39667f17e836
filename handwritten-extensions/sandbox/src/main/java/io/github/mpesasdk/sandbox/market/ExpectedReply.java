package io.github.mpesasdk.sandbox.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The reply to a callback that is documented, or known to be given: status 200, and some fields.
 *
 * @param fields the values that are expected, by their names
 * @param reader reads the fields of a body; none, if it can read nothing
 */
public record ExpectedReply(Map<String, String> fields, Function<String, Map<String, String>> reader)
        implements ReplyCheck {

    @Override
    public List<String> violations(int status, String body) {
        List<String> found = new ArrayList<>();
        if (status != 200) {
            found.add("the reply to a callback has status " + status);
        }
        Map<String, String> given = reader.apply(body);
        fields.forEach((name, value) -> {
            if (!value.equals(given.get(name))) {
                found.add("the reply to a callback has another " + name);
            }
        });
        return found;
    }
}
