package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.function.Executable;

/**
 * A good message, and what can be done to it.
 *
 * @param value the value of its item that tells whether it succeeded, which is 0
 */
record AttackBodies(String text, String list, String value) {

    static final AttackBodies ANSWER = of(ProofMessages.c2bAccepted(), "response", "ResponseCode");
    static final AttackBodies CALLBACK = of(ProofMessages.c2bCallback("0", ""), "Request", "ResultCode");

    // A blank behind the 0, so that this value is told from all others.
    private static AttackBodies of(String text, String list, String code) {
        String told = text.replaceFirst("(<name>" + code + "</name>(<type>String</type>)?)<value>0<", "$1<value>0 <");
        return new AttackBodies(told, list, "<value>0 </value>");
    }

    String before(String prolog) {
        return text.replaceFirst("^(<\\?xml[^>]*>)?", "$1" + prolog);
    }

    String declaring(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + text.replaceFirst("^<\\?xml[^>]*>", "");
    }

    String withValue(String content) {
        return text.replace(value, "<value>" + content + "</value>");
    }

    /** With something more in front of its items. */
    String withContent(String content) {
        return withAttributes("").replace("<" + list + "><dataItem>", "<" + list + ">" + content + "<dataItem>");
    }

    /** With attributes in its root; the usual prefixes are declared. */
    String withAttributes(String attributes) {
        return text.replaceFirst(
                "Envelope ",
                "Envelope xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' "
                        + (text.contains("xmlns:gen") ? "" : " xmlns:gen='http://www.4cgroup.co.za/genericsoap' ")
                        + attributes
                        + " ");
    }

    String withSecondList() {
        return text.replace("</" + list + "><", "</" + list + "><" + list + "/><");
    }

    String withDocumentType(String declaration, String content) {
        return before("<!DOCTYPE x " + declaration.replace("$", "\\$") + ">")
                .replace(value, "<value>" + content + "</value>");
    }

    static String laughs() {
        return "[<!ENTITY l0 '" + BodyAttackTest.CANARY + "'>"
                + IntStream.rangeClosed(1, 9)
                        .mapToObj(level -> "<!ENTITY l" + level + " '" + ("&l" + (level - 1) + ";").repeat(10) + "'>")
                        .collect(Collectors.joining())
                + "]";
    }

    String quadraticBlowup() {
        return withDocumentType("[<!ENTITY x '" + "x".repeat(50_000) + "'>]", "&x;".repeat(50_000));
    }

    static String inclusion(String address) {
        return "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='" + address + "'/>";
    }

    /** Every way in which XML can ask for something else. */
    List<String> pointingTo(String address) {
        return List.of(
                withDocumentType("[<!ENTITY x SYSTEM '" + address + "'>]", "&x;"),
                withDocumentType("SYSTEM '" + address + "'", "&x;"),
                withDocumentType("PUBLIC '-//x//y' '" + address + "' []", "0"),
                withDocumentType("[<!ENTITY % p SYSTEM '" + address + "'> %p;]", "&x;"),
                withDocumentType(
                        "[<!NOTATION n SYSTEM '" + address + "'><!ENTITY x SYSTEM '" + address + "' NDATA n>]", "0"),
                withValue(inclusion(address)),
                withContent(inclusion(address)),
                before("<?xml-stylesheet type='text/xsl' href='" + address + "'?>"),
                withAttributes("xsi:schemaLocation='http://www.4cgroup.co.za/genericsoap " + address + "'"),
                withAttributes("xsi:noNamespaceSchemaLocation='" + address + "'"),
                withAttributes("xml:base='" + address + "'"));
    }

    /** What each method that reads bodies of strangers throws. */
    static List<UnreadableBodyException> refusals(String body) {
        return List.of(thrownBy(() -> DrcGateway.decode(body)), thrownBy(() -> receive(body)));
    }

    private static UnreadableBodyException thrownBy(Executable reading) {
        return assertThrows(UnreadableBodyException.class, reading);
    }

    static Received<DrcCallback> receive(String body) {
        try (DrcGateway drc =
                TestGateway.settings().at(URI.create("http://127.0.0.1:1")).build()) {
            return drc.callbacks().receive(TestGateway.freshAddress("c2bPayment"), body);
        }
    }
}
