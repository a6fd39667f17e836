package io.github.mpesasdk.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlMatchTest {

    private static final String EXPECTED = "<a:one xmlns:a='urn:a'><two b='1'>text</two><a:three/></a:one>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXPECTED,
                "<z:one xmlns:z='urn:a'><two b=\"1\">text</two><z:three></z:three></z:one>",
                "<?xml version='1.0'?><one xmlns='urn:a'>\n  <two xmlns='' b='1'>te<!-- no -->xt</two>\n  <three/>\n</one>",
                "<a:one xmlns:a='urn:a' xmlns:unused='urn:b'><two b='1'><![CDATA[te]]>&#120;t</two><a:three/></a:one>"
            })
    void onlyTheMeaningCounts(String same) {
        assertEquals(Optional.empty(), XmlMatch.difference(EXPECTED, same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<one><two b='1'>text</two><three/></one> | / has one, not {urn:a}one",
                "<a:one xmlns:a='urn:b'/> | / has {urn:b}one, not {urn:a}one",
                "<one xmlns='urn:a'><two b='1'>text</two><three/></one> | /one[1]/ has {urn:a}two, not two",
                "<a:one xmlns:a='urn:a'><a:three/><two b='1'>text</two></a:one> | /one[1]/ has {urn:a}three, not two",
                "<a:one xmlns:a='urn:a'><two b='1'>text </two><a:three/></a:one>"
                        + " | /one[1]/two is \"text \", not \"text\"",
                "<a:one xmlns:a='urn:a'><two b='2'>text</two><a:three/></a:one>"
                        + " | /one[1]/two has the attributes {{}b=2}, not {{}b=1}",
                "<a:one xmlns:a='urn:a'><two b='1'>text</two></a:one> | /one has 1 elements, not 2",
                "<a:one xmlns:a='urn:a'><two b='1'>text</two><a:three>more</a:three></a:one>"
                        + " | /one[2]/three is \"more\", not \"\""
            })
    void theFirstDifferenceIsTold(String other, String difference) {
        assertEquals(Optional.of(difference), XmlMatch.difference(EXPECTED, other));
    }

    @Test
    void theEntriesOfASoapHeaderHaveNoOrder() {
        String header = "<s:Header xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>%s</s:Header>";
        assertEquals(
                Optional.empty(),
                XmlMatch.difference(header.formatted("<a>1</a><b>2</b>"), header.formatted("<b>2</b><a>1</a>")));
        assertEquals(
                Optional.of("/Header[2]/b is \"3\", not \"2\""),
                XmlMatch.difference(header.formatted("<a>1</a><b>2</b>"), header.formatted("<b>3</b><a>1</a>")));
    }

    @Test
    void anOpenTextIsOpenButThere() {
        assertEquals(Optional.empty(), XmlMatch.difference("<a><b>$any</b></a>", "<a><b>7</b></a>"));
        assertEquals(Optional.of("/a has 0 elements, not 1"), XmlMatch.difference("<a><b>$any</b></a>", "<a/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<a>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"})
    void whatIsNoXmlOrHasADocumentTypeIsNotCompared(String text) {
        assertThrows(IllegalArgumentException.class, () -> XmlMatch.difference("<a/>", text));
    }
}
