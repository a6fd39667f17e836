package io.github.mpesasdk.drc;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The payments of the DRC for the contracts. Their answers repeat nothing, and nobody can be asked. */
enum DrcPayment implements MarketPayment {
    C2B(C2bApi.C2B_PAYMENT, (drc, order) -> drc.c2b().charge(charge -> charge.from(TestGateway.CUSTOMER)
            .currency(DrcCurrency.CDF)
            .amount(10)
            .surname("Shop")
            .initials("Tea")
            .order(order))) {
        @Override
        public String acceptance(SeenRequest payment, String gatewayId) {
            return Soap.processed("80049", "InsightReference=" + gatewayId, "ResponseCode=0");
        }

        @Override
        String callbackBody(String reference, String type, String code) {
            return Soap.c2bCallback(reference, type, code, receipt(code, "9C00EXAMPL"))
                    .replace(">2500<", ">10<");
        }

        @Override
        public Map<String, String> lies(SeenRequest payment, String gatewayId) {
            return Map.of(reference(payment), "reference-of-another", ">10<", ">999<");
        }
    },

    B2C(B2cApi.B2C_PAYMENT, (drc, order) -> drc.b2c().pay(pay -> pay.to(TestGateway.CUSTOMER)
            .currency(DrcCurrency.USD)
            .amount(10)
            .order(order))) {
        @Override
        public String acceptance(SeenRequest payment, String gatewayId) {
            return Soap.processed("12001", "Insight_txid=" + gatewayId, "ResponseCode=0");
        }

        @Override
        String callbackBody(String reference, String type, String code) {
            return Soap.b2cCallback(reference, type, code, receipt(code, "X-BS00001"));
        }

        @Override
        public Map<String, String> lies(SeenRequest payment, String gatewayId) {
            return Map.of(reference(payment), "reference-of-another");
        }
    };

    private static final String LOGIN = "/login";

    private final Operation<?, ?> operation;
    private final BiFunction<DrcGateway, String, Payment<?>> pay;

    DrcPayment(Operation<?, ?> operation, BiFunction<DrcGateway, String, Payment<?>> pay) {
        this.operation = operation;
        this.pay = pay;
    }

    abstract String callbackBody(String reference, String type, String code);

    // A failure has none.
    private static String receipt(String code, String paid) {
        return code.equals("0") ? paid : "-1";
    }

    static String reference(SeenRequest payment) {
        return Soap.item(payment, "ThirdPartyReference");
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
        return new Codes("0", "-3", "-1");
    }

    @Override
    public Posted callback(SeenRequest payment, String gatewayId, String code) {
        return new Posted(
                Soap.item(payment, "CallBackDestination"),
                callbackBody(reference(payment), code.equals("0") ? "0" : "-1", code));
    }

    @Override
    public Answer refusal(SeenRequest payment) {
        return new Answer("200 OK", Soap.error("Authentication Failed"));
    }

    @Override
    public Optional<Answer> tokenRejection(SeenRequest payment) {
        return Optional.empty();
    }

    @Override
    public List<String> contradictions(String acceptance, String refusal) {
        return List.of(withEventInfo(acceptance, eventInfo(refusal)));
    }

    @Override
    public List<String> ambiguities(String acceptance) {
        String two = "<response><dataItem><name>ResponseCode</name><type>String</type><value>x</value></dataItem>";
        String info = eventInfo(acceptance);
        return List.of(
                acceptance.replace("<response>", two),
                withEventInfo(acceptance, info + info),
                acceptance.replace("</S:Body>", "</S:Body><S:Body/>"));
    }

    private static String eventInfo(String answer) {
        return answer.substring(answer.indexOf("<eventInfo>"), answer.indexOf("<request>"));
    }

    private static String withEventInfo(String answer, String info) {
        return answer.replace(eventInfo(answer), info);
    }

    @Override
    public Optional<String> tokenAnswer(SeenRequest request) {
        return request.path().equals(LOGIN) ? Optional.of(Soap.session(TestGateway.SESSION)) : Optional.empty();
    }

    @Override
    public Client open(Setup setup) {
        return client(setup.on(DrcGateway.builder())
                .at(setup.baseUrl())
                .loginAt(URI.create(setup.baseUrl() + LOGIN))
                .login(TestGateway.USERNAME, TestGateway.PASSWORD)
                .c2bAccount("8337", "InitTrans_testC2B")
                .b2cAccount("SHOP", "15058", "InitTrans_testB2C")
                .callbacksAt(URI.create("https://shop.example/pay"))
                .build());
    }

    private Client client(DrcGateway drc) {
        return new Client() {
            @Override
            public Payment<?> pay(String order) {
                return pay.apply(drc, order);
            }

            @Override
            public Received<?> receive(String path, String body) {
                return drc.callbacks().receive(path, body);
            }

            @Override
            public Outcome find(Reference reference, Duration limit) {
                return drc.find(reference, limit);
            }

            @Override
            public void close() {
                drc.close();
            }
        };
    }
}
