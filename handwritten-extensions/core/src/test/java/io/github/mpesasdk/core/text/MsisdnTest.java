package io.github.mpesasdk.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0712345678",
                "0712 345 678",
                "712345678",
                "254712345678",
                "+254712345678",
                "+254 712-345-678",
                "(0712) 345.678",
                "00254712345678",
                " 0712345678 "
            })
    void readsWhatPeopleWrite(String written) {
        assertEquals("254712345678", Msisdn.of(written, NumberingPlan.KENYA).digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0112345678", "112345678", "+254112345678", "254112345678"})
    void readsTheNewNumbersToo(String written) {
        assertEquals("254112345678", Msisdn.of(written, NumberingPlan.KENYA).digits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "0",
                "+",
                "071234567",
                "07123456789",
                "0212345678",
                "255712345678",
                "+255712345678",
                "+0712345678",
                "000712345678",
                "00712345678",
                "+712345678",
                "+2540712345678",
                "254254712345678",
                "0712345678x",
                "07１2345678",
                "0712345678;0712345679",
                "++254712345678"
            })
    void refusesWhatIsNoMobileNumberOfTheCountryAndDoesNotQuoteIt(String written) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> Msisdn.of(written, NumberingPlan.KENYA));

        assertEquals(
                "MSISDN is not valid, nothing was sent: MSISDN must be a mobile number of Kenya, "
                        + "such as 0712 345 678 or +254 and the rest",
                error.getMessage());
    }

    @Test
    void showsOnlyTheLastDigits() {
        assertEquals("***678", Msisdn.of("0712345678", NumberingPlan.KENYA).toString());
    }

    @Test
    void isEqualHoweverItWasWritten() {
        Msisdn one = Msisdn.of("0712345678", NumberingPlan.KENYA);

        assertEquals(one, Msisdn.of("+254 712 345 678", NumberingPlan.KENYA));
        assertEquals(one.hashCode(), Msisdn.of("712345678", NumberingPlan.KENYA).hashCode());
        assertFalse(one.equals(Msisdn.of("0712345679", NumberingPlan.KENYA)));
    }
}
