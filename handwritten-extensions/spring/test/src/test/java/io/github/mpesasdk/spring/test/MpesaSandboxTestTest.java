package io.github.mpesasdk.spring.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"mpesa.kenya.environment=production", "mpesa.kenya.tenants.tea.till-number=123456"})
@MpesaSandboxTest
class MpesaSandboxTestTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Shop {}

    private final KenyaSandbox kenya;
    private final Daraja payBill;
    private final Daraja till;

    @Autowired
    MpesaSandboxTestTest(KenyaSandbox kenya, Daraja payBill, @Qualifier("tea") Daraja till) {
        this.kenya = kenya;
        this.payBill = payBill;
        this.till = till;
    }

    private static void pays(Daraja daraja) {
        var outcome = daraja.stk()
                .push(push ->
                        push.amount(1).from("0708 374 149").reference("INV").description("Tea"))
                .await(Duration.ofSeconds(30));
        assertInstanceOf(Succeeded.class, outcome);
    }

    @Test
    void aPaymentGoesToTheSandboxAndItsCallbackComesBack() {
        pays(payBill);

        assertEquals(1, kenya.journal().count("stkPush"));
        assertEquals(0, kenya.journal().count("stkQuery"));
    }

    @Test
    void aTenantGoesThereTooAndEachTestBeginsAnew() {
        pays(till);

        assertEquals(1, kenya.journal().count("stkPush"));
    }
}
