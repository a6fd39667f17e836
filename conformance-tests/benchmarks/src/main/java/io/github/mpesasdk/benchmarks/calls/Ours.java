package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.Push;
import io.github.mpesasdk.benchmarks.Sample;
import io.github.mpesasdk.benchmarks.server.Gateway;
import io.github.mpesasdk.daraja.model.StkPushInput;
import io.github.mpesasdk.daraja.model.TransactionType;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import java.net.URI;
import okhttp3.OkHttpClient;

/** The SDK: once through the generated call with a record, once through the typed call with all that it does. */
final class Ours implements Variant {

    private final boolean typed;
    private final OkHttpClient client;
    private final Daraja daraja;

    Ours(Gateway gateway, Condition condition, boolean typed) {
        this.typed = typed;
        this.client = condition.untested(gateway);
        DarajaBuilder builder = Daraja.builder()
                .at(condition.place(gateway))
                .app("key", "secret-of-the-app")
                .payBill(Sample.SHORT_CODE, Sample.PASSKEY)
                .callbacksAt(URI.create("https://shop.example/pay"))
                .callbackKey("2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e639f")
                .httpClient(client);
        this.daraja = condition == Condition.HTTP1_TESTED
                ? builder.riskAnswersOfOtherRequests().build()
                : builder.build();
    }

    @Override
    public String title() {
        return typed ? "this SDK, typed call" : "this SDK, generated call";
    }

    @Override
    public void push(int number) {
        if (typed) {
            daraja.stk().push(push -> push.amount(1)
                    .from(Sample.PAYER)
                    .reference("INV-" + number)
                    .description("Tea"));
        } else {
            // The generated call leaves to its caller what the floor computes, too.
            Push push = new Push(number);
            daraja.api()
                    .stk()
                    .stkPush(StkPushInput.builder()
                            .businessShortCode(Sample.SHORT_CODE)
                            .password(push.password)
                            .timestamp(push.timestamp)
                            .transactionType(TransactionType.CUSTOMER_PAY_BILL_ONLINE)
                            .amount(1)
                            .partyA(Sample.PAYER)
                            .partyB(Sample.SHORT_CODE)
                            .phoneNumber(Sample.PAYER)
                            .callbackUrl(URI.create(push.callbackUrl))
                            .accountReference(push.accountReference)
                            .transactionDescription("Tea")
                            .build());
        }
    }

    @Override
    public void close() {
        daraja.close();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
