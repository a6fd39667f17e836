package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody knows under which of its two numbers the money of a till is reported; under either it is the till's. */
class TillMoneyTest extends ShopTest {

    private final BlockingQueue<CustomerPayment> money = new LinkedBlockingQueue<>();
    private final CallbackServer post = CallbackServer.open();

    @RegisterExtension
    final SdkLog log = new SdkLog();

    TillMoneyTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @BeforeEach
    void openShopWithTill() {
        shop.close();
        shop = Shop.openTill(kenya, settings -> settings.callbackKey("a key of thirty-two characters!!")
                .onReceived(money::add));
        shop.daraja().c2b().register(at -> at.confirmation(URI.create(post.address() + "/confirmed"))
                .validation(URI.create(post.address() + "/asked"))
                .unanswered(C2bResponseType.COMPLETED));
    }

    @AfterEach
    void closePost() {
        post.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPushThatAQuestionSettledIsNotToldAgainAsMoney(boolean underStoreNumber) throws Exception {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        Succeeded paid = assertInstanceOf(
                Succeeded.class,
                shop.daraja()
                        .stk()
                        .push(push -> push.amount(73)
                                .from(Shop.CUSTOMER)
                                .reference("INV-1")
                                .description("Tea")
                                .order("17"))
                        .await(Shop.SOON));
        assertTrue(paid.receipt().isEmpty(), "the query does not know it");

        Received<DarajaCallback> notice = hear("UKT0TILL01", "73.00", underStoreNumber);

        assertTrue(notice.isRepetition(), "it is the push");
        assertTrue(log.text().contains("UKT0TILL01 is taken for the push of the order 17"), log.text());
        assertNull(money.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void moneyUnderTheStoreNumberIsTheTills() throws Exception {
        hear("UKT0TILL02", "74.00", true);

        CustomerPayment payment = money.poll(30, TimeUnit.SECONDS);

        assertTrue(payment != null, "it is handed on");
        assertEquals("UKT0TILL02", payment.receipt());
        assertEquals(kenya.tillNumber(), payment.shortCode());
    }

    // A confirmation as the gateway posts it; a customer at a till names nothing.
    private Received<DarajaCallback> hear(String receipt, String amount, boolean underStoreNumber) {
        shop.daraja().c2b().simulateBuyGoods(paid -> paid.amount(1).from(Shop.CUSTOMER));
        post.next();
        CallbackServer.Heard posted = post.next();
        JsonObject body = JsonParser.parseString(posted.body()).getAsJsonObject();
        body.addProperty("TransID", receipt);
        body.addProperty("TransAmount", amount);
        body.addProperty("BillRefNumber", "");
        body.addProperty("BusinessShortCode", underStoreNumber ? kenya.storeNumber() : kenya.tillNumber());
        return shop.daraja().callbacks().receive(posted.path(), body.toString());
    }
}
