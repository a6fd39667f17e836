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
    void aReferenceHidesItsValue() {
        assertEquals("CallBackURL=***", new Reference("CallBackURL", "https://shop.example/9f2c").toString());
    }
}
