package io.github.mpesasdk.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapMessageTest {

    private static SoapMessage read(String header, String body) {
        return SoapMessage.read("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>" + header
                + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Test
    void theItemsOfARequestAreFields() {
        SoapMessage request = read(
                "<Token>t</Token><EventID>7\n</EventID>",
                "<get><Request><dataItem><name>A</name><value> 1</value><type>Date</type></dataItem></Request></get>");
        assertEquals("7", request.event());
        assertEquals(Optional.of("t"), request.token());
        assertEquals(json("{'A': '1'}"), request.content());
        assertEquals(Map.of("A", "Date"), request.types());
    }

    @Test
    void anAnswerIsApartFromWhatItRepeats() {
        SoapMessage answer = read(
                "<eventid>7</eventid>",
                "<get><SOAPAPIResult><eventInfo><code>3</code></eventInfo>"
                        + "<request><dataItem><name>A</name><value>1</value></dataItem></request>"
                        + "<response><dataItem><name>B</name><value>2</value></dataItem></response>"
                        + "</SOAPAPIResult></get>");
        assertEquals("7", answer.event());
        assertEquals(json("{'eventInfo': {'code': '3'}, 'B': '2'}"), answer.content());
        assertEquals(json("{'A': '1'}"), answer.echo());
    }

    @Test
    void aFaultCodeLosesItsPrefix() {
        SoapMessage fault = read("", "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>");
        assertEquals(json("{'faultcode': 'Client', 'faultstring': 'no'}"), fault.content());
    }

    @Test
    void aReplyHasNoEnvelope() {
        SoapMessage reply = SoapMessage.read(
                "<response><dataItem><name>A</name><type>String</type><value>1</value></dataItem></response>");
        assertEquals(json("{'A': '1'}"), reply.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "<Result><ResultCode>0</ResultCode></Result>", "<e><Body><other/></Body></e>"})
    void anythingElseIsNoMessage(String text) {
        assertThrows(IllegalArgumentException.class, () -> SoapMessage.read(text));
    }
}
