package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

    private static final NumberingPlan KENYA =
            new NumberingPlan("Kenya", "254", Pattern.compile("[17]\\d{8}"), "0712 345 678");

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
                " 0712345678 ",
                "0712/345/678",
                "0712\u00a0345\u202f678",
                "254\u2011712\u2013345\u2014678",
                "\u202a+254 712 345678\u202c",
                "\u200b0712345678\ufeff",
                "+254 (0)712 345 678",
                "+254(0) 712 345 678",
                "(0) 712 345 678"
            })
    void readsWhatPeopleWrite(String written) {
        assertEquals("254712345678", Msisdn.of(written, KENYA).digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0112345678", "112345678", "+254112345678", "254112345678"})
    void readsTheNewNumbersToo(String written) {
        assertEquals("254112345678", Msisdn.of(written, KENYA).digits());
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
                "0712345678/0712345679",
                "0712345678 or 79",
                "\u0660\u0667\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "+255 (0)712 345 678",
                "++254712345678"
            })
    void refusesWhatIsNoMobileNumberOfTheCountryAndDoesNotQuoteIt(String written) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Msisdn.of(written, KENYA));

        assertEquals(
                "MSISDN is not valid, nothing was sent: MSISDN must be a mobile number of Kenya, "
                        + "such as 0712 345 678 or +254 and the rest",
                error.getMessage());
    }

    @Test
    void aPlanOfAnotherCountryIsReadTheSameWay() {
        NumberingPlan lesotho = new NumberingPlan("Lesotho", "266", Pattern.compile("[56]\\d{7}"), "5812 3456");

        for (String written : List.of("58123456", "5812 3456", "+266 5812-3456", "0026658123456", "26658123456")) {
            assertEquals("26658123456", Msisdn.of(written, lesotho).digits());
        }
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> Msisdn.of("+254712345678", lesotho));
        assertTrue(error.getMessage()
                .endsWith("must be a mobile number of Lesotho, such as 5812 3456 or +266 and the" + " rest"));
    }

    @Test
    void showsOnlyTheLastDigits() {
        assertEquals("***678", Msisdn.of("0712345678", KENYA).toString());
    }

    @Test
    void isEqualHoweverItWasWritten() {
        Msisdn one = Msisdn.of("0712345678", KENYA);

        assertEquals(one, Msisdn.of("+254 712 345 678", KENYA));
        assertEquals(one.hashCode(), Msisdn.of("712345678", KENYA).hashCode());
        assertFalse(one.equals(Msisdn.of("0712345679", KENYA)));
    }
}
