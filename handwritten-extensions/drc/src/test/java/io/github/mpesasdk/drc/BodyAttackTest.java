package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.drcapi.api.SessionApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers may post: refused with a reason that quotes nothing, or read for what it says and nothing more. */
class BodyAttackTest {

    static final String CANARY = "canary-3141592653";

    private static final String DOCUMENT_TYPE = "it has a document type, which no message of the gateway has";
    private static final String NO_XML = "it is no well-formed XML";
    private static final String TWICE = "it says one thing twice";
    private static final String MIXED = "it mixes text and elements";
    private static final String NESTED = "it has an item inside an item";
    private static final String TOO_DEEP = "its elements are nested more than 32 deep";
    private static final String TOO_LARGE = "it is larger than a megabyte";
    private static final String NO_MESSAGE = "it is XML, but no message of the SOAP gateway";

    private static Arguments attack(String name, String reason, String body) {
        return Arguments.of(name, reason, body);
    }

    static Stream<Arguments> refused() {
        return Stream.of(AttackBodies.ANSWER, AttackBodies.CALLBACK)
                .flatMap(good -> Stream.concat(
                        Stream.concat(documentTypes(good), sizes(good)),
                        Stream.concat(encodings(good), ambiguities(good))));
    }

    private static Stream<Arguments> documentTypes(AttackBodies good) {
        return Stream.of(
                attack("billion laughs", DOCUMENT_TYPE, good.withDocumentType(AttackBodies.laughs(), "&l9;")),
                attack("quadratic blowup", DOCUMENT_TYPE, good.quadraticBlowup()),
                attack(
                        "external file",
                        DOCUMENT_TYPE,
                        good.withDocumentType("[<!ENTITY x SYSTEM \"file:///etc/hostname\">]", "&x;")),
                attack(
                        "parameter entity",
                        DOCUMENT_TYPE,
                        good.withDocumentType("[<!ENTITY % p '" + CANARY + "'>%p;]", "0")),
                attack("harmless document type", DOCUMENT_TYPE, good.withDocumentType("", "0")),
                attack("one that never ends", DOCUMENT_TYPE, "<!DOCTYPE x ["),
                attack("one in small letters", NO_XML, good.before("<!doctype x>")),
                attack("entity that nobody declared", NO_XML, good.withValue("&" + CANARY + ";")));
    }

    private static Stream<Arguments> sizes(AttackBodies good) {
        return Stream.of(
                attack("100,000 levels", TOO_DEEP, "<a>".repeat(100_000)),
                attack("100,000 levels in an envelope", TOO_DEEP, good.withContent("<a>".repeat(100_000))),
                attack("33 levels", TOO_DEEP, good.withContent("<a>".repeat(33) + "</a>".repeat(33))),
                attack("huge text", TOO_LARGE, good.withValue(CANARY.repeat(70_000))),
                attack("huge name", NO_XML, good.withContent("<" + "x".repeat(500_000) + "/>")),
                attack(
                        "60,000 attributes",
                        NO_XML,
                        good.withContent("<x"
                                + IntStream.range(0, 60_000)
                                        .mapToObj(index -> " a" + index + "=''")
                                        .collect(Collectors.joining())
                                + "/>")));
    }

    private static Stream<Arguments> encodings(AttackBodies good) {
        return Stream.of(
                attack("two byte order marks", NO_XML, "\uFEFF\uFEFF" + good.text()),
                attack("NUL first", NO_XML, "\u0000" + good.text()),
                attack("NUL in a value", NO_XML, good.withValue(CANARY + "\u0000")),
                attack("NUL by number", NO_XML, good.withValue(CANARY + "&#0;")),
                attack(
                        "UTF-16 read as Latin",
                        NO_XML,
                        "\u00FE\u00FF" + good.text().replaceAll("(.)", "\u0000$1")),
                attack("an attribute twice", NO_XML, good.withContent("<x a='" + CANARY + "' a=''/>")),
                attack("a prefix of nobody's", NO_XML, good.withContent("<q:" + CANARY + "/>")),
                attack("an attribute's prefix of nobody's", NO_XML, good.withContent("<x q:a=''/>")),
                attack("cut off", NO_XML, good.text().substring(0, good.text().length() - 3)),
                attack("something behind", NO_XML, good.text() + "<" + CANARY + "/>"),
                attack("no SOAP", NO_MESSAGE, "<" + CANARY + "/>"),
                attack("inclusion in place of a message", NO_MESSAGE, AttackBodies.inclusion("file:///etc/hostname")));
    }

    private static Stream<Arguments> ambiguities(AttackBodies good) {
        return Stream.of(
                attack("a value twice", TWICE, good.text().replace(good.value(), "<value>7</value>" + good.value())),
                attack("a name twice", TWICE, good.text().replaceFirst("<name>", "<name>Other</name><name>")),
                attack("the list twice", TWICE, good.withSecondList()),
                attack("text around an element", MIXED, good.withValue("7<x/>0")),
                attack("an item inside an item", NESTED, good.withContent(nested("Other"))),
                attack("another code inside an item", NESTED, good.withContent(nested("ResultCode"))),
                attack("an element behind text", MIXED, good.withValue("0<x/>")),
                attack("an element before text", MIXED, good.withValue("<x>7</x>0")));
    }

    private static String nested(String name) {
        return "<dataItem><name>Extra</name><value>1</value>" + ProofMessages.item(name, "1") + "</dataItem>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithAReason(String name, String reason, String body) {
        for (UnreadableBodyException error : AttackBodies.refusals(body)) {
            assertEquals("This is not a body that drc sends: " + reason + ".", error.getMessage());
            Secrecy.prove(error, List.of(CANARY, "xxxxxxxx", "hostname"));
        }
    }

    static Stream<Arguments> twoMessagesInOne() {
        String accepted = ProofMessages.c2bAccepted();
        String fault = ProofMessages.fault().replaceAll("(?s).*(<S:Fault>.*</S:Fault>).*", "$1");
        return Stream.of(
                attack("two results", TWICE, accepted.replace("<SOAPAPIResult>", "<SOAPAPIResult/><SOAPAPIResult>")),
                attack(
                        "two wrappers",
                        TWICE,
                        accepted.replace("<S:Body>", "<S:Body>" + ProofMessages.result(ProofMessages.expired()))),
                attack("two reports", TWICE, accepted.replace("<eventInfo>", ProofMessages.expired() + "<eventInfo>")),
                attack("two codes", TWICE, accepted.replace("<code>", "<code>4</code><code>")),
                attack("two events", TWICE, accepted.replaceAll("(?s)(<ns3:eventid.*?</ns3:eventid>)", "$1$1")),
                attack(
                        "a fault and a result",
                        "it is several messages in one",
                        accepted.replace("</S:Body>", fault + "</S:Body>")),
                attack("two faults", TWICE, ProofMessages.fault().replace(fault, fault + fault)),
                attack(
                        "two faultcodes",
                        TWICE,
                        ProofMessages.fault().replace("<faultcode>", "<faultcode>S:Server</faultcode><faultcode>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoMessagesInOne")
    void whatSaysTwoThingsSaysNothing(String name, String reason, String body) {
        UnreadableBodyException error = assertThrows(UnreadableBodyException.class, () -> DrcGateway.decode(body));

        assertEquals("This is not a body that drc sends: " + reason + ".", error.getMessage());
    }

    // The stack of the sister gateway puts a whole Java stack into the detail of a fault, frame by frame.
    @Test
    void aDetailOfAFaultMayRepeatWhatItLikes() {
        String body =
                ProofMessages.fault().replace("</S:Fault>", "<detail><frame/><frame/>text<frame/></detail></S:Fault>");

        assertEquals("fault", DrcGateway.decode(body).kind());
    }

    @Test
    void anItemCannotPoseAsAFault() {
        String body = ProofMessages.answer(
                "80049",
                ProofMessages.processed(),
                ProofMessages.acceptedItems()
                        + ProofMessages.item("faultcode", "Client")
                        + ProofMessages.item("faultstring", "Cannot find dispatch method"));

        assertEquals(Decoded.State.PENDING, DrcGateway.decode(body).outcome());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void meansNothing(String name, String body, String withoutIt) {
        assertNotEquals(withoutIt, body);
        assertEquals(
                DrcGateway.decode(withoutIt).toJson(), DrcGateway.decode(body).toJson());
    }

    static Stream<Arguments> harmless() {
        return Stream.of(AttackBodies.ANSWER, AttackBodies.CALLBACK)
                .flatMap(good -> Stream.concat(
                        Map.of(
                                        "a byte order mark", "\uFEFF" + good.text(),
                                        "a style sheet", good.before("<?xml-stylesheet href='http://127.0.0.1:1/x'?>"),
                                        "a schema hint",
                                                good.withAttributes("xsi:schemaLocation='u http://127.0.0.1:1/x'"),
                                        "another encoding", good.declaring("UTF-16"),
                                        "a Latin encoding", good.declaring("ISO-8859-1"),
                                        "an encoding that is none", good.declaring("none-at-all"),
                                        "a huge attribute", good.withAttributes("a='" + "x".repeat(500_000) + "'"),
                                        "100,000 items", good.withContent("<dataItem/>".repeat(90_000)),
                                        "items that are nil", good.withContent("<dataItem xsi:nil='true'/>"),
                                        "a comment",
                                                good.text()
                                                        .replace(
                                                                good.value(),
                                                                good.value().replace(">0", "><!-- 7 -->0")))
                                .entrySet()
                                .stream()
                                .map(entry -> Arguments.of(entry.getKey(), entry.getValue(), good.text())),
                        Stream.of(
                                        "Request",
                                        "SOAPAPIResult",
                                        "eventInfo",
                                        "response",
                                        "dataItem",
                                        "name",
                                        "value",
                                        "code")
                                .flatMap(element -> Stream.of(
                                                "gen:eventInfo",
                                                "gen:response",
                                                "gen:dataItem",
                                                "gen:soapResult",
                                                "xs:int",
                                                "q:x")
                                        .map(type -> Arguments.of(
                                                element + " as " + type,
                                                good.withAttributes("")
                                                        .replace(
                                                                "<" + element + ">",
                                                                "<" + element + " xsi:type='" + type + "'>"),
                                                good.text())))));
    }

    @Test
    void nothingOutsideIsAskedFor(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), CANARY);
        try (DyingServer outside = DyingServer.start(Fates.answer("200 OK", "<!ENTITY x '" + CANARY + "'>"))) {
            for (String address : List.of(file.toUri().toString(), outside.baseUrl() + "/x.dtd")) {
                for (AttackBodies good : List.of(AttackBodies.ANSWER, AttackBodies.CALLBACK)) {
                    for (String body : good.pointingTo(address)) {
                        assertFalse(told(body).contains(CANARY), body);
                    }
                }
            }
            assertEquals(List.of(), outside.requests());
        }
    }

    private static String told(String body) {
        try {
            return DrcGateway.decode(body).toJson().toString();
        } catch (UnreadableBodyException refused) {
            return refused.toString();
        }
    }

    // Searched with one expression over the whole; a slow one would keep a thread for minutes.
    @Test
    void anAnswerToALoginIsKeptWithoutItsValuesAndInNoTime() {
        String hostile = "<value".repeat(170_000);

        assertFalse(
                new SoapBodies().keepable(SessionApi.LOGIN, hostile + CANARY).contains(CANARY));
        assertFalse(new SoapBodies()
                .keepable(SessionApi.LOGIN, "<value a='>'>" + CANARY + "</value><x:value>" + CANARY)
                .contains(CANARY));
    }
}
