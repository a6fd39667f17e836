package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    // Half past midnight in Nairobi.
    private static final Instant NIGHT = Instant.parse("2026-11-23T21:30:15Z");

    @Test
    void theStkPasswordIsShortCodePasskeyAndNairobiTime() {
        StkPassword password = StkPassword.at(NIGHT, "600000", "a-passkey");

        assertEquals("20261124003015", password.timestamp());
        assertEquals(
                "600000a-passkey20261124003015",
                new String(Base64.getDecoder().decode(password.password()), StandardCharsets.UTF_8));
    }

    @Test
    void aPasswordHasTheTimeThatStandsBesideItHoweverTheClockJumps() {
        MovingClock clock = new MovingClock(Clock.fixed(NIGHT, ZoneOffset.UTC));
        StkPasswords passwords = new StkPasswords(clock);
        StkAccount one = StkAccount.payBill("600000", "a-passkey");
        StkAccount other = StkAccount.payBill("600001", "b-passkey");

        assertEquals("600000a-passkey20261124003015", inside(passwords, one));
        assertEquals("600001b-passkey20261124003015", inside(passwords, other));
        clock.move(Duration.ofSeconds(1));
        assertEquals("600001b-passkey20261124003016", inside(passwords, other));
        clock.move(Duration.ofSeconds(-3599));
        assertEquals("600001b-passkey20261123233016", inside(passwords, other));
        clock.move(Duration.ofMillis(-3598_001));
        assertEquals("600001b-passkey20261123233016", inside(passwords, other));
    }

    @Test
    void theTimeThatACallerSaysIsInHisPassword() {
        CallInput input = new CallInput(new JsonObject());
        input.put("Timestamp", "20200101000000");

        String password = new StkPasswords(new MovingClock(Clock.fixed(NIGHT, ZoneOffset.UTC)))
                .of(StkAccount.payBill("600000", "a-passkey"), input);

        assertEquals("600000a-passkey20200101000000", plain(password));
    }

    private static String inside(StkPasswords passwords, StkAccount account) {
        CallInput input = new CallInput(new JsonObject());
        String plain = plain(passwords.of(account, input));
        assertTrue(plain.endsWith(input.text("Timestamp").orElseThrow()));
        return plain;
    }

    private static String plain(String password) {
        return new String(Base64.getDecoder().decode(password), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261123093015", "23.11.2026 09:30:15", " 20261123093015 "})
    void bothFormsOfATimeAreNairobiTime(String text) {
        assertEquals(
                Instant.parse("2026-11-23T06:30:15Z"),
                NairobiTime.parse(text).orElseThrow().toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20261323093015", "2026112309301"})
    void whatIsNoTimeIsEmpty(String text) {
        assertEquals(Optional.empty(), NairobiTime.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{Amount={CurrencyCode=KES, MinimumAmount=618683, BasicAmount=6186.83}}; 6186.83",
                "{Amount={ BasicAmount=-10.00,MinimumAmount=-1000, CurrencyCode=KES}}; -10.00",
                "190.00; 190.00",
                "1; 1"
            })
    void moneyIsReadInAllItsForms(String text, BigDecimal amount) {
        assertEquals(Optional.of(amount), DarajaMoney.parse(TextOrNumber.of(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "254708374149 - JOHN DOE; 254708374149; JOHN DOE",
                "000000\u2013 Biller Company; 000000; Biller Company",
                "600992 - Shop - Branch 2; 600992; Shop - Branch 2",
                "Somebody; ''; Somebody"
            })
    void aPartyIsIdAndName(String text, String id, String name) {
        assertEquals(new Party(id, name), Party.parse(text));
    }

    @Test
    void balancesAreReadPartByPart() {
        AccountBalances balances = AccountBalances.parse(
                "Working Account|KES|700000.00|690000.00|10000.00|0.00&Charges Paid Account|KES|-1540.00|-1540.00&&Odd");

        assertEquals(3, balances.accounts().size());
        assertEquals(
                Optional.of(new BigDecimal("690000.00")),
                balances.named("Working Account").orElseThrow().available());
        assertEquals(
                Optional.of(new BigDecimal("-1540.00")),
                balances.named("charges paid account").orElseThrow().current());
        assertTrue(balances.named("Odd").orElseThrow().current().isEmpty());
    }
}
