package io.github.mpesasdk.benchmarks.pieces;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.GuardedJson;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.StkCallbackEnvelope;
import io.github.mpesasdk.daraja.model.StkPushInput;
import io.github.mpesasdk.daraja.model.TransactionType;
import io.github.mpesasdk.kenya.Daraja;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a request and the messages of a gateway cost to write, check, read and show. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PiecesBenchmark {

    private static final String CALLBACK = "{\"Body\":{\"stkCallback\":{\"MerchantRequestID\":\"7071-4170-a0e5-83456\","
            + "\"CheckoutRequestID\":\"ws_CO_28112026093000123708374149\",\"ResultCode\":0,"
            + "\"ResultDesc\":\"The service request is processed successfully.\",\"CallbackMetadata\":{\"Item\":["
            + "{\"Name\":\"Amount\",\"Value\":1.00},{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKS4B7T2QX\"},"
            + "{\"Name\":\"Balance\"},{\"Name\":\"TransactionDate\",\"Value\":20261128093012},"
            + "{\"Name\":\"PhoneNumber\",\"Value\":254708374149}]}}}}";
    private static final String RESULT = "{\"Result\":{\"ResultType\":0,\"ResultCode\":0,"
            + "\"ResultDesc\":\"The service request is processed successfully.\","
            + "\"OriginatorConversationID\":\"5118-111210482-1\",\"ConversationID\":\"AG_20261128_20106e9209f64bebd05b\","
            + "\"TransactionID\":\"UKS4B7T2QY\",\"ResultParameters\":{\"ResultParameter\":["
            + "{\"Key\":\"TransactionAmount\",\"Value\":10},{\"Key\":\"TransactionReceipt\",\"Value\":\"UKS4B7T2QY\"},"
            + "{\"Key\":\"ReceiverPartyPublicName\",\"Value\":\"254708374149 - Jane Doe\"},"
            + "{\"Key\":\"TransactionCompletedDateTime\",\"Value\":\"28.11.2026 09:30:12\"},"
            + "{\"Key\":\"B2CUtilityAccountAvailableFunds\",\"Value\":10116.00},"
            + "{\"Key\":\"B2CWorkingAccountAvailableFunds\",\"Value\":900000.00},"
            + "{\"Key\":\"B2CRecipientIsRegisteredCustomer\",\"Value\":\"Y\"},"
            + "{\"Key\":\"B2CChargesPaidAccountAvailableFunds\",\"Value\":0.00}]},"
            + "\"ReferenceData\":{\"ReferenceItem\":{\"Key\":\"QueueTimeoutURL\","
            + "\"Value\":\"https://internalsandbox.example/v1/b2cresults\"}}}}";

    private final StkPushInput push = StkPushInput.builder()
            .businessShortCode("174379")
            .password("MTc0Mzc5OWYyYzYxZDBiN2U4NGEzNWExYzJlOWQ0N2Y2MGI4MTM1YzdhMmU0ZDliMDFm")
            .timestamp("20261128093000")
            .transactionType(TransactionType.CUSTOMER_PAY_BILL_ONLINE)
            .amount(1)
            .partyA("254708374149")
            .partyB("174379")
            .phoneNumber("254708374149")
            .callbackUrl(URI.create("https://shop.example/pay/0e6f2c61d0b7e84a35a1c2e9d47f60b8"))
            .accountReference("INV-1")
            .transactionDescription("Tea")
            .build();

    /** The rules of the spec. */
    @Benchmark
    public void checkPush() {
        push.check();
    }

    /** The record as JSON. */
    @Benchmark
    public String encodePush() {
        return StkPushInput.ADAPTER.toTree(push).toString();
    }

    /** The record as people see it. */
    @Benchmark
    public String showPush() {
        return push.toString();
    }

    /** The floor of the two below: a tree of Gson's. */
    @Benchmark
    public JsonElement callbackGsonTree() {
        return JsonParser.parseString(CALLBACK);
    }

    /** The callback as a record, guarded. */
    @Benchmark
    public StkCallbackEnvelope callbackRecord() throws GuardedJson.NotOneObjectException {
        return StkCallbackEnvelope.ADAPTER.of(GuardedJson.read(CALLBACK));
    }

    /** The callback recognised among all bodies, and in the normal form. */
    @Benchmark
    public Decoded callbackDecoded() {
        return Daraja.decode(CALLBACK);
    }

    /** The floor of the two below. */
    @Benchmark
    public JsonElement resultGsonTree() {
        return JsonParser.parseString(RESULT);
    }

    /** A full result as a record, guarded. */
    @Benchmark
    public Result resultRecord() throws GuardedJson.NotOneObjectException {
        return Result.ADAPTER.of(GuardedJson.read(RESULT).getAsJsonObject("Result"));
    }

    /** A full result in the normal form. */
    @Benchmark
    public Decoded resultDecoded() {
        return Daraja.decode(RESULT);
    }
}
