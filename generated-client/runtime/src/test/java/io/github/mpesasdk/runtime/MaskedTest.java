package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.Reference;
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
                .secret("Key", "s3cret")
                .personal("Name", "Wanjiku")
                .toString();

        assertEquals("Error[errorMessage=Invalid Access Token - ***, ResultDesc=Sent to ***, Key=***, Name=***]", text);
    }

    @Test
    void aReferenceHidesItsValue() {
        assertEquals(
                "CallBackURL=***",
                new Reference("kenya", "stkPush", "CallBackURL", "https://shop.example/9f2c").toString());
    }
}
