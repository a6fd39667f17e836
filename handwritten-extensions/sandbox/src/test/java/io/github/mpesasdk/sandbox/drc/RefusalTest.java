package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends DrcTest {

    RefusalTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /insight/SOAPIn, 405",
        "PUT, /insight/SOAPIn, 405",
        "GET, /iPG/B2C, 405",
        "GET, /iPG/B2C?wsdl, 405",
        "POST, /insight/SOAPIn/, 404",
        "POST, /insight/, 404",
        "POST, /insight/soapin, 404",
        "POST, /iPG/C2B, 404",
        "POST, /IPG/B2C, 404",
    })
    void methodsAndPathsAreExact(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = send(at(path).header("Content-Type", "text/xml")
                .method(method, HttpRequest.BodyPublishers.ofString(loginRequest(drc.username(), drc.password()))));
        assertEquals(status, answer.statusCode());
        assertEquals(
                status == 405,
                answer.headers().firstValue("Allow").filter("POST"::equals).isPresent());
    }

    @Test
    void theWsdlIsServedAndLeadsBackHere() throws Exception {
        HttpResponse<String> wsdl = send(at(INSIGHT + "?wsdl"));
        assertEquals(200, wsdl.statusCode());
        Message description = Message.of(wsdl.body());
        assertEquals("definitions", description.document().getDocumentElement().getLocalName());
        assertEquals(drc.baseUrl() + INSIGHT, description.only("address").getAttribute("location"));
        assertFalse(wsdl.body().contains("vodacom.cd"));
        String schema = description.only("import").getAttribute("schemaLocation");
        HttpResponse<String> xsd = send(at("/insight/" + schema));
        assertEquals(200, xsd.statusCode());
        assertEquals(
                "schema", Message.of(xsd.body()).document().getDocumentElement().getLocalName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "application/soap+xml", "text/xmlish", "application/x-www-form-urlencoded"})
    void anotherTypeIsReadUnlessToldOtherwise(String type) throws Exception {
        HttpRequest.Builder request = at(INSIGHT)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(loginRequest(drc.username(), drc.password())));
        assertEquals(200, send(request).statusCode());
        assertEquals(List.of("Content-Type is not text/xml"), drc.journal().remarks());
        control("xml-only", "{\"on\": true}");
        assertEquals(415, send(request).statusCode());
        control("xml-only", "{\"on\": false}");
        control("strict", "{\"on\": true}");
        assertEquals(415, send(request).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "application/soap+xml", "text/xmlish", "application/x-www-form-urlencoded"})
    void anotherTypeIsRefusedWithoutAWord(String type) throws Exception {
        drc.xmlOnly(true);
        HttpResponse<String> answer = send(at(INSIGHT)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(c2bRequest(session(), c2b()))));
        assertEquals("415 ", answer.statusCode() + " " + answer.body());
        assertEquals(
                List.of("Content-Type is not text/xml (inferred)"),
                drc.journal().refused());
        assertNothingDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/xml;charset=utf-8", "TEXT/XML; charset=UTF-8"})
    void textXmlIsRightWithOrWithoutCharset(String type) throws Exception {
        HttpResponse<String> answer = send(at(INSIGHT)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(loginRequest(drc.username(), drc.password()))));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/xml"));
        assertEquals(List.of(), drc.journal().violations());
    }

    @Test
    void eachEventHasItsAddress() throws Exception {
        String expected = "4 Error Invalid Packet: EventID is not known at this address";
        assertEquals(
                expected,
                answer(B2C, loginRequest(drc.username(), drc.password())).event());
        assertEquals(expected, answer(B2C, c2bRequest(session(), c2b())).event());
        assertEquals(expected, answer(INSIGHT, b2cRequest(session(), b2c())).event());
        assertEquals(
                expected,
                answer(INSIGHT, envelope(header("EventID", "40009"), items(c2b())))
                        .event());
        assertEquals(expected, answer(INSIGHT, envelope("", items(c2b()))).event());
        Message odd = answer(INSIGHT, envelope(header("EventID", "&lt;a&gt; &amp; b"), items(c2b())));
        assertEquals(expected, odd.event());
        assertEquals("<a> & b", odd.text("eventid").trim());
        assertNothingDone();
        assertEquals(6, drc.journal().violations().size());
    }

    @Test
    void whatIsNoCallOfTheOnlyOperationFaults() throws Exception {
        String good = loginRequest(drc.username(), drc.password());
        assertFault(
                good.replace("gen:getGenericResult", "gen:getResult"),
                "Cannot find dispatch method for {http://www.4cgroup.co.za/genericsoap}getResult");
        assertFault(
                good.replace("http://www.4cgroup.co.za/genericsoap", "urn:other"),
                "Cannot find dispatch method for {urn:other}getGenericResult");
        assertFault(
                "<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'><S:Body/></S:Envelope>",
                "Cannot find dispatch method for {}");
        for (String none : List.of(
                "", "{}", "<Envelope/>", good.replace("</Request>", ""), good.replace("/soap/envelope/", "/soap/2/"))) {
            assertFault(none, "Couldn't create SOAP message");
        }
        assertEquals(8, drc.journal().violations().size());
    }

    @Test
    void anyPrefixWillDo() throws Exception {
        String body = c2bRequest(session(), c2b())
                .replace("soapenv:", "a:")
                .replace(":soapenv=", ":a=")
                .replace("<gen:getGenericResult>", "<getGenericResult xmlns='http://www.4cgroup.co.za/genericsoap'>")
                .replace("</gen:getGenericResult>", "</getGenericResult>")
                .replace("<Request>", "<Request xmlns=''>");
        assertEquals("3 Processed Processed", answer(INSIGHT, body).event());
        assertEquals(List.of(), drc.journal().violations());
    }

    @Test
    void attacksByXmlAreRefusedAtOnce(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "buried treasure");
        String good = c2bRequest(session(), c2b());
        List<String> attacks = new ArrayList<>();
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        attacks.add(withDoctype(good, laughs + "]>").replace("Order 17", "&l29;"));
        attacks.add(withDoctype(good, "<!DOCTYPE x [<!ENTITY e \"" + "x".repeat(20_000) + "\">]>")
                .replace("Order 17", "&e;".repeat(5_000)));
        attacks.add(withDoctype(good, "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                .replace("Order 17", "&e;"));
        attacks.add(withDoctype(good, "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + receiver.url("/dtd") + "\"> %e;]>"));
        attacks.add(withDoctype(good, "<!DOCTYPE x SYSTEM \"" + receiver.url("/dtd") + "\">"));
        attacks.add(withDoctype(good, "<!DOCTYPE x>"));
        attacks.add(withDoctype(good, "<!DOCTYPE x [<!ENTITY e \"Order\">]>").replace("Order 17", "&e; 17"));
        attacks.add(good.replace(">80049<", ">" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "80049<"));
        attacks.add(good.replace("Order 17", "<a>".repeat(5_000) + "</a>".repeat(5_000)));
        attacks.add(good.replace("Order 17", "<a>".repeat(300_000)));
        attacks.add(good.replace("Order 17", "x".repeat(900_000)));
        attacks.add(good.replace(
                "Order 17",
                "<x:include xmlns:x='http://www.w3.org/2001/XInclude' parse='text' href='" + secret.toUri() + "'/>"));
        for (String attack : attacks) {
            HttpResponse<String> answer = post(INSIGHT, attack);
            assertFalse(answer.body().contains("treasure"));
            boolean fault = answer.statusCode() == 500 && answer.body().contains("Couldn't create SOAP message");
            boolean refused = answer.body().contains("Request does not fit ipg.xsd");
            boolean tooLong = answer.statusCode() == 413;
            assertTrue(fault || refused || tooLong, answer.body());
        }
        assertNothingDone();
        assertEquals(attacks.size(), drc.journal().violations().size());
        assertTrue(receiver.isUntouched("/dtd"), "nothing was fetched");
        assertEquals("3 Processed Processed", answer(INSIGHT, good).event());
    }

    private void assertFault(String body, String words) throws Exception {
        HttpResponse<String> answer = post(INSIGHT, body);
        Message fault = Message.of(answer.body());
        assertEquals(
                Map.of("500", "S:Client " + words),
                Map.of(String.valueOf(answer.statusCode()), fault.text("faultcode") + " " + fault.text("faultstring")));
    }

    private static String withDoctype(String body, String doctype) {
        return body.replaceFirst("\\?>", "?>" + doctype.replace("\\", "\\\\"));
    }
}
