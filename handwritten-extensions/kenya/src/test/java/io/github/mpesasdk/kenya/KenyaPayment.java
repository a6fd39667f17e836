package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The payments of Kenya for the contracts: one whose answers repeat nothing, and one whose answers repeat an id. */
enum KenyaPayment implements MarketPayment {
    STK_PUSH("stkPush", "CallBackURL", new Codes("0", "2001", "4999"), (daraja, order) -> daraja.stk()
            .push(push -> push.amount(10)
                    .from(Shop.CUSTOMER)
                    .reference("INV-001")
                    .description("Tea")
                    .order(order))) {
        @Override
        public String acceptance(SeenRequest payment, String gatewayId) {
            return MarketPayment.json("MerchantRequestID", "M-1", "CheckoutRequestID", gatewayId, "ResponseCode", "0");
        }

        @Override
        String callbackBody(SeenRequest payment, String gatewayId, String code, boolean isPaid) {
            String metadata = """
                    ,"CallbackMetadata":{"Item":[{"Name":"Amount","Value":10.00},
                    {"Name":"MpesaReceiptNumber","Value":"TST1234567"}]}""";
            return """
                    {"Body":{"stkCallback":{"MerchantRequestID":"M-1","CheckoutRequestID":"%s","ResultCode":%s,
                    "ResultDesc":"words"%s}}}""".formatted(gatewayId, code, isPaid ? metadata : "");
        }

        @Override
        public Map<String, String> lies(SeenRequest payment, String gatewayId) {
            return Map.of(gatewayId, "ws_CO_of_another", "\"M-1\"", "\"M-2\"", "10.00", "999.00");
        }
    },

    B2C("b2cPaymentV3", "ResultURL", new Codes("0", "2001", "17"), (daraja, order) -> daraja.b2c()
            .pay(pay -> pay.amount(10).to(Shop.CUSTOMER).order(order))) {
        @Override
        public String acceptance(SeenRequest payment, String gatewayId) {
            return acceptance(ownId(payment), gatewayId);
        }

        private String acceptance(String ownId, String gatewayId) {
            return MarketPayment.json(
                    "OriginatorConversationID", ownId, "ConversationID", gatewayId, "ResponseCode", "0");
        }

        @Override
        public Optional<String> foreignAcceptance(SeenRequest payment, String gatewayId) {
            return Optional.of(acceptance("id-of-another", gatewayId));
        }

        @Override
        String callbackBody(SeenRequest payment, String gatewayId, String code, boolean isPaid) {
            String parameters = """
                    ,"ResultParameters":{"ResultParameter":[{"Key":"TransactionAmount","Value":10},
                    {"Key":"TransactionReceipt","Value":"TST1234567"}]}""";
            return """
                    {"Result":{"ResultType":0,"ResultCode":%s,"ResultDesc":"words","OriginatorConversationID":"%s",
                    "ConversationID":"%s","TransactionID":"TST1234567"%s}}""".formatted(code, ownId(payment), gatewayId, isPaid ? parameters : "");
        }

        @Override
        public Map<String, String> lies(SeenRequest payment, String gatewayId) {
            return Map.of(ownId(payment), "id-of-another", gatewayId, "AG_of_another", "\"Value\":10", "\"Value\":999");
        }
    };

    private final Operation<?, ?> operation;
    private final String addressField;
    private final Codes codes;
    private final BiFunction<Daraja, String, Payment<?>> pay;

    KenyaPayment(String id, String addressField, Codes codes, BiFunction<Daraja, String, Payment<?>> pay) {
        this.operation = DarajaApi.OPERATIONS.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        this.addressField = addressField;
        this.codes = codes;
        this.pay = pay;
    }

    abstract String callbackBody(SeenRequest payment, String gatewayId, String code, boolean isPaid);

    static String ownId(SeenRequest payment) {
        return MarketPayment.field(payment, "OriginatorConversationID");
    }

    @Override
    public String operation() {
        return operation.id();
    }

    @Override
    public String path() {
        return operation.path();
    }

    @Override
    public Codes codes() {
        return codes;
    }

    @Override
    public Posted callback(SeenRequest payment, String gatewayId, String code) {
        return new Posted(
                MarketPayment.field(payment, addressField),
                callbackBody(payment, gatewayId, code, code.equals(codes.paid())));
    }

    @Override
    public Answer refusal(SeenRequest payment) {
        return new Answer("400 Bad Request", error("400.002.02", "Bad Request - Invalid Amount"));
    }

    @Override
    public Optional<Answer> tokenRejection(SeenRequest payment) {
        return Optional.of(new Answer("404 Not Found", error("404.001.03", "Invalid Access Token")));
    }

    private static String error(String code, String words) {
        return MarketPayment.json("requestId", "r-1", "errorCode", code, "errorMessage", words);
    }

    @Override
    public Optional<String> tokenAnswer(SeenRequest request) {
        return request.path().startsWith("/oauth/v1/generate")
                ? Optional.of(MarketPayment.json("access_token", "a-token-of-the-test", "expires_in", "3599"))
                : Optional.empty();
    }

    @Override
    public Client open(Setup setup) {
        return client(setup.on(Daraja.builder())
                .at(setup.baseUrl())
                .app("consumer-key", "consumer-secret-of-the-test")
                .payBill("174379", "passkey-of-the-test")
                .shortCode("600992")
                .initiator("an-operator", "initiator-password-of-the-test", KenyaOneSendTest.KEY)
                .callbacksAt(URI.create("https://shop.example/pay"))
                .build());
    }

    private Client client(Daraja daraja) {
        return new Client() {
            @Override
            public Payment<?> pay(String order) {
                return pay.apply(daraja, order);
            }

            @Override
            public Received<?> receive(String path, String body) {
                return daraja.callbacks().receive(path, body);
            }

            @Override
            public Outcome find(Reference reference, Duration limit) {
                return daraja.find(reference, limit);
            }

            @Override
            public void close() {
                daraja.close();
            }
        };
    }
}
