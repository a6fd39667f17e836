package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import io.github.mpesasdk.runtime.Success.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessTest {

    private static final Success CODE = Success.whenField("ResponseCode").is("0");
    private static final Success CODE_OR_ID =
            Success.whenField("ResponseCode").is("0").alsoNamed("Code").orElseField("Id");
    private static final Success CODE_AND_ID =
            Success.whenField("ResponseCode").is("0").withOneOf("Id", "Ref");
    private static final Success ZEROS =
            Success.whenField("ResponseCode").is("0").orZeros().tracedBy("Id", "Receipt");
    private static final Success TOKEN = Success.whenField("access_token");

    private static Verdict judge(Success success, String json) {
        return success.judge(JsonParser.parseString(json).getAsJsonObject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Header':{'code':'200'}}              | ACCEPTED",
                "{'Header':{'code':200},'code':'500'}   | ACCEPTED",
                "{'Header':{'code':'500'}}              | REFUSED",
                "{'Header':{'code':{'code':'200'}}}     | SILENT",
                "{'Header':{}}                          | SILENT",
                "{'Header':'200'}                       | SILENT",
                "{'Header':[{'code':'200'}]}            | SILENT",
                "{'code':'200'}                         | SILENT"
            })
    void aDotStepsIntoAnObject(String json, Verdict verdict) {
        assertEquals(verdict, judge(Success.whenField("Header.code").is("200"), json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ResponseCode':'0'}     | ACCEPTED",
                "{'ResponseCode':0}       | ACCEPTED",
                "{'ResponseCode':'1'}     | REFUSED",
                "{'ResponseCode':'00'}    | REFUSED",
                "{'ResponseCode':0.0}     | REFUSED",
                "{'ResponseCode':''}      | SILENT",
                "{'ResponseCode':null}    | SILENT",
                "{'ResponseCode':{}}      | SILENT",
                "{'ResponseCode':['0']}   | SILENT",
                "{'responseCode':'0'}     | SILENT",
                "{}                       | SILENT"
            })
    void onlyTheListedCodesAreAccepted(String json, Verdict verdict) {
        assertEquals(verdict, judge(CODE, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Id':'1'}                      | ACCEPTED",
                "{'Id':'1','ResponseCode':null}  | ACCEPTED",
                "{'Id':'1','ResponseCode':'1'}   | REFUSED",
                "{'Id':'1','ResponseCode':{}}    | SILENT",
                "{'Code':'0'}                    | ACCEPTED",
                "{'Code':'1','Id':'1'}           | REFUSED",
                "{'Id':''}                       | SILENT",
                "{}                              | SILENT"
            })
    void anotherFieldMayStandInForAMissingOneButNotForAWrongOne(String json, Verdict verdict) {
        assertEquals(verdict, judge(CODE_OR_ID, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'access_token':'abc'}   | ACCEPTED",
                "{'access_token':''}      | SILENT",
                "{'access_token':' '}     | SILENT",
                "{'error':'x'}            | SILENT"
            })
    void whereNoCodesAreListedTheFieldMustHoldSomething(String json, Verdict verdict) {
        assertEquals(verdict, judge(TOKEN, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ResponseCode':'0','Id':'1'}   | ACCEPTED",
                "{'ResponseCode':'0','Ref':'1'}  | ACCEPTED",
                "{'ResponseCode':'0','Id':' '}   | SILENT",
                "{'ResponseCode':'0','Id':'N/A'} | SILENT",
                "{'ResponseCode':'0'}            | SILENT",
                "{'ResponseCode':'1'}            | REFUSED",
                "{'ResponseCode':'1','Id':'1'}   | REFUSED",
                "{'Id':'1'}                      | SILENT"
            })
    void anAcceptanceWithoutWhatMustStandBesideItSaysNothing(String json, Verdict verdict) {
        assertEquals(verdict, judge(CODE_AND_ID, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ResponseCode':'0'}         | ACCEPTED",
                "{'ResponseCode':'00000000'}  | ACCEPTED",
                "{'ResponseCode':'00'}        | ACCEPTED",
                "{'ResponseCode':'001'}       | REFUSED",
                "{'ResponseCode':'0.0'}       | REFUSED",
                "{'ResponseCode':''}          | SILENT"
            })
    void whereTheSpecSaysSoZerosOfAnyLengthAreAccepted(String json, Verdict verdict) {
        assertEquals(verdict, judge(ZEROS, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Id':'1'}                     | true",
                "{'Id':'','Receipt':'R1'}       | true",
                "{'Id':'N/A','Receipt':' n/a '} | false",
                "{'Id':null,'Receipt':{}}       | false",
                "{'Other':'1'}                  | false"
            })
    void aTraceIsAnIdOrAReceiptThatHoldsSomething(String json, boolean hasTrace) {
        assertEquals(hasTrace, ZEROS.hasTrace(JsonParser.parseString(json).getAsJsonObject()));
    }
}
