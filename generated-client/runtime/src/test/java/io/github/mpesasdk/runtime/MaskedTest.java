package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void tellsThatAHiddenValueIsThereAndNotWhatItIs() {
        String text = Masked.of("Request")
                .show("Amount", 5)
                .hide("Password", "s3cret")
                .show("Absent", null)
                .hide("AlsoAbsent", null)
                .toString();

        assertEquals("Request[Amount=5, Password=***]", text);
    }

    @Test
    void theGatewaysWordsAreShownCleaned() {
        String text = Masked.of("Error")
                .words("errorMessage", "Invalid Access Token - abcdefghij1234567890")
                .words("ResultDesc", TextOrNumber.of("Sent to 254708374149"))
                .words("Absent", null)
                .hide("Key", "s3cret")
                .hide("Name", "Wanjiku")
                .toString();

        assertEquals("Error[errorMessage=Invalid Access Token - ***, ResultDesc=Sent to ***, Key=***, Name=***]", text);
    }

    @Test
    void aReferenceHidesItsValue() {
        assertEquals(
                "CallBackURL=***",
                new Reference("kenya", "stkPush", "CallBackURL", "https://shop.example/9f2c").toString());
    }

    @Test
    void noTextOfAStrangerWritesALineIntoALog() {
        JsonObject forged = new JsonObject();
        forged.addProperty("A\n2026-01-02 INFO paid", "x");
        forged.addProperty("254712345678", "x");
        forged.addProperty("\u202ebackwards", "x");
        UnknownFields fields = UnknownFields.of(forged);
        NamedValue named =
                new NamedValue("Key", "A\r\nINFO paid by 0712/345/678", Optional.empty(), UnknownFields.NONE);
        String shown = Masked.of("Body")
                .show("Code", "0\nINFO paid")
                .show("Codes", List.of("0\nINFO paid"))
                .show("Number", TextOrNumber.of("1\u20282"))
                .show("Named", NamedValues.of(List.of(named)))
                .words("Words", "Wrong\nPIN of 254.712.345.678")
                .unknown(fields)
                .toString();

        assertEquals(
                "Body[Code=0 INFO paid, Codes=[0 INFO paid], Number=1 2, Named=[A INFO paid by ***=***], "
                        + "Words=Wrong PIN of ***, A *** INFO paid=***, ***=***, backwards=***]",
                shown);
        assertEquals("[A *** INFO paid=***, ***=***, backwards=***]", fields.toString());
    }

    @Test
    void aBodyOfAThousandUnknownFieldsIsNotWrittenOut() {
        JsonObject many = new JsonObject();
        for (int field = 0; field < 1000; field++) {
            many.addProperty("f" + field, "x");
        }

        String shown = UnknownFields.of(many).toString();

        assertTrue(shown.endsWith("f19=***, and 980 more]"), shown);
    }

    @Test
    void whatHasCleanedItselfIsShownWhole() {
        NamedValue one = new NamedValue("Key", "Balance", Optional.empty(), UnknownFields.NONE);
        NamedValues hundred = NamedValues.of(Collections.nCopies(100, one));

        assertEquals(
                "Body[Named=" + hundred + "]",
                Masked.of("Body").show("Named", hundred).toString());
    }

    @Test
    void textThatTheSpecSaysNothingAboutIsHidden() {
        String shown = Masked.of(
                "Parcel",
                Parcel.ADAPTER,
                UnknownFields.NONE,
                "To Jane",
                BigDecimal.TEN,
                5L,
                Parcel.Size.of("odd"),
                null,
                null);

        assertEquals("Parcel[Label=***, Price=10, Grams=5, Size=***]", shown, "a size that no spec lists is text, too");
    }
}
