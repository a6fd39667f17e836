package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The reply to a callback that clients of this gateway are known to give: no SOAP, but a bare list. Some give another
 * and live, so all that comes of a wrong one is a remark in the journal.
 */
final class CallbackReply implements ReplyCheck {

    private static final Item RECEIVED = Item.text("ResponseCode", "200");

    private final List<Item> expected;

    private CallbackReply(List<Item> expected) {
        this.expected = expected;
    }

    static CallbackReply to(boolean collects) {
        return new CallbackReply(
                collects ? List.of(RECEIVED) : List.of(RECEIVED, Item.text("RESULT_CODE", "Received")));
    }

    @Override
    public List<String> violations(int status, String body) {
        List<String> found = new ArrayList<>();
        if (status != 200) {
            found.add("the reply to a callback has status " + status);
        }
        List<Item> items = items(body);
        for (Item item : expected) {
            if (!items.contains(item)) {
                found.add("the reply to a callback has another " + item.name());
            }
        }
        return found;
    }

    private static List<Item> items(String body) {
        try {
            Element root = Xml.read(body);
            return Xml.is(root, null, "response") ? Item.listed(root) : List.of();
        } catch (SAXException e) {
            return List.of();
        }
    }
}
