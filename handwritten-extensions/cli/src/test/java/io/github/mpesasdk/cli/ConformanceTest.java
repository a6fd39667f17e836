package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small client is judged by the command. */
@Timeout(480)
class ConformanceTest {

    private static final String CALLBACKS = "--only=stkPush/callback-*";
    private static final String ONE_CALL = "--only=token/accepted-lifetime-text";
    private static final String TOKEN = "not-a-real-control-token";

    private static String runner(String behaviour) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // It lives for a second or two, too short for the second compiler.
        return "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                + "' " + TinyRunner.class.getName() + " " + behaviour;
    }

    private static Shell.Result judge(String behaviour, String... words) {
        List<String> all = new ArrayList<>(List.of("conformance", "kenya", "--run", runner(behaviour)));
        all.addAll(List.of(words));
        return new Shell().run(all.toArray(String[]::new));
    }

    @Test
    void aClientThatDoesWhatTheCasesWantPasses() {
        Shell.Result callbacks = judge("right", CALLBACKS);
        assertEquals(0, callbacks.exit(), callbacks::everything);
        assertTrue(
                callbacks.out().matches("kenya: (\\d\\d) cases, \\1 passed, 0 failed, 0 left out\\R"), callbacks.out());

        Shell.Result calls = judge("right", "--only", "token/accepted-lifetime-*");
        assertEquals(0, calls.exit(), calls::everything);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only=stkPush/callback-paid,stkPush/callback-cancelled",
                "--only=stkPush/callback-paid --only=kenya/stkPush/callback-cancelled"
            })
    void severalPatternsChooseTheCasesOfEach(String only) {
        Shell.Result result = judge("right", only.split(" ", -1));
        assertEquals(0, result.exit(), result::everything);
        assertEquals(
                "kenya: 2 cases, 2 passed, 0 failed, 0 left out", result.out().strip());
    }

    @Test
    void whatARunnerLeavesEmptyIsNotTold() {
        Shell.Result result = new Shell()
                .run(
                        "conformance",
                        "kenya",
                        "--only=stkPush/refused-quota",
                        "--run",
                        "read line; echo '{\"error\": \"refused\", \"code\": \"500.003.03\", \"kind\": null}'");
        assertTrue(result.out().contains("        the kind is not told, not throttled"), result::everything);
    }

    @Test
    void theRunnerOfTheReadmePassesWhatItSays(@TempDir Path folder) throws IOException {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "python3")));
        assumeTrue(isThere, "python3 is not there");
        String code = Files.readString(Path.of("README.md"))
                .split("```python\n", 2)[1]
                .split("```", 2)[0];
        Path runner = Files.writeString(folder.resolve("my_runner.py"), code);
        Shell.Result result = new Shell()
                .run(
                        "conformance",
                        "kenya",
                        "--run",
                        "python3 '" + runner + "'",
                        "--only",
                        "stkPush/accepted-pay-bill,stkPush/refused-quota");
        assertEquals(
                "kenya: 2 cases, 2 passed, 0 failed, 0 left out", result.out().strip(), result::everything);
        assertEquals(0, result.exit());
    }

    @Test
    void aWrongReadingIsToldWithItsDifference() {
        Shell.Result result = judge("wrong", "--only=stkPush/callback-paid");
        assertEquals(1, result.exit());
        assertEquals(
                List.of(
                        "failed  stkPush/callback-paid",
                        "        outcome is \"failed\", not \"succeeded\"",
                        "kenya: 1 case, 0 passed, 1 failed, 0 left out"),
                result.out().lines().toList());
        assertEquals("1 of 1 case failed.", result.err().strip());
    }

    @Test
    void aWrongRequestIsToldWithItsDifference() {
        Shell.Result result = judge("wrong", "--only=token/accepted-lifetime-text", "--json");
        assertEquals(1, result.exit());
        JsonObject verdict = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals("failed", verdict.get("verdict").getAsString());
        assertEquals(
                "[\"the Authorization is not Basic with consumer key and secret\"]",
                verdict.getAsJsonArray("why").toString());
        assertEquals("failed", result.error().get("error").getAsString());
        assertEquals("kenya", result.error().get("market").getAsString());
    }

    @Test
    void whatAClientLeavesOutIsCounted() {
        Shell.Result result = judge("right", "--only=*/refused-quota", "--json");
        assertEquals(1, result.exit());
        JsonObject verdict = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals("left out", verdict.get("verdict").getAsString());
        assertEquals(
                "The runner left out every case.", result.error().get("message").getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A busy machine takes its time to start the runner; only who sleeps is to be waited for in vain.
                "mumbling | 120 | the runner printed a line that is no JSON object: Paid!",
                "sleepy   | 5   | the runner printed no line within %d s"
            })
    void aRunnerThatIsStuckFailsThatCaseAndGoesOn(String behaviour, int seconds, String reason) {
        int patience = seconds;
        Shell.Result result = judge(behaviour, CALLBACKS, "--timeout", String.valueOf(patience));
        while (!result.out().contains(" 1 failed,") && patience < 40) {
            // The machine is so slow that cases with an answer were not waited for either.
            patience *= 3;
            result = judge(behaviour, CALLBACKS, "--timeout", String.valueOf(patience));
        }
        assertEquals(1, result.exit());
        assertTrue(
                result.out()
                        .contains("failed  stkPush/callback-paid" + System.lineSeparator() + "        "
                                + reason.formatted(patience)),
                result.out());
        assertTrue(result.out().contains(" 1 failed, 0 left out"), result.out());
    }

    @Test
    void aRunnerThatNeverWorksIsToldOnce() throws InterruptedException {
        Shell.Result gone = judge("gone", CALLBACKS);
        assertEquals(1, gone.exit());
        assertTrue(gone.err().startsWith("Of the first case, the runner ended. Its exit code is 0. "), gone.err());

        // Of no other build on this machine.
        String sleep = "sleep 60." + ProcessHandle.current().pid();
        Shell.Result chatty = new Shell().run("conformance", "kenya", "--run", sleep + " & echo ready; wait");
        assertEquals(
                "Of the first case, the runner printed a line that is no JSON object: ready. It must print one JSON object "
                        + "on one line for each line that it reads, and flush it.",
                chatty.err().strip());

        Shell.Result missing = new Shell().run("conformance", "kenya", "--run", "exit 7");
        assertTrue(missing.err().contains("Its exit code is 7."), missing.err());
        assertEquals("", missing.out());
        assertTrue(endsSoon(sleep), "what the runner started has ended too");
    }

    private static boolean endsSoon(String command) throws InterruptedException {
        for (int look = 1; look <= 50 && isRunning(command); look++) {
            Thread.sleep(100);
        }
        return !isRunning(command);
    }

    private static boolean isRunning(String command) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(command));
    }

    @Test
    void aSandboxThatOthersUseIsPlayedInATenantOfItsOwn() {
        try (Sandbox sandbox = Sandbox.start()) {
            String address = sandbox.baseUrl().toString();
            Shell.at(sandbox.kenya()).run("call", "kenya", "token", "--base-url", address);
            Shell.Result result = judge("right", ONE_CALL, "--sandbox", address + "/");
            assertEquals(0, result.exit(), result::everything);
            assertEquals(
                    1,
                    sandbox.kenya().journal().exchanges().size(),
                    "the requests of others are neither lost nor more");
            assertEquals(1, tenants(address), "its tenant is removed");

            assertEquals(1, judge("wrong", ONE_CALL, "--sandbox", address).exit());
            assertEquals(1, tenants(address), "its tenant is removed also where a case fails");
        }
        Shell.Result nobody = judge("right", "--only=token/*", "--sandbox=http://127.0.0.1:9");
        assertEquals(4, nobody.exit());
        assertEquals("No sandbox answers at http://127.0.0.1:9.", nobody.err().strip());
    }

    private static int tenants(String sandbox) {
        try {
            return JsonParser.parseString(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/tenants"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .getAsJsonObject()
                    .getAsJsonArray("tenants")
                    .size();
        } catch (IOException | InterruptedException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Test
    void aSandboxWithATokenWantsIt() {
        try (Sandbox sandbox = Sandbox.builder().controlToken(TOKEN).start()) {
            String address = sandbox.baseUrl().toString();
            Shell.Result given = judge("right", ONE_CALL, "--sandbox", address, "--control-token", TOKEN);
            assertEquals(0, given.exit(), given::everything);
            Shell.Result inEnvironment = new Shell()
                    .set("MPESA_SANDBOX_CONTROL_TOKEN", TOKEN)
                    .run("conformance", "kenya", ONE_CALL, "--sandbox", address, "--run", runner("right"));
            assertEquals(0, inEnvironment.exit(), inEnvironment::everything);

            Shell.Result without = judge("right", ONE_CALL, "--sandbox", address);
            assertEquals(1, without.exit());
            assertTrue(without.err().contains("It may want its token: it prints controlToken"), without.err());
            assertTrue(without.err().contains("It says: the controls want the token"), without.err());
            Shell.Result other = judge("right", ONE_CALL, "--sandbox", address, "--control-token", "not-this-one");
            assertTrue(other.err().contains("The token may be that of another sandbox"), other.err());
            assertFalse(other.everything().contains("not-this-one"), other::everything);
            Shell.Result broken = judge("right", ONE_CALL, "--sandbox", address, "--control-token", "not this\none");
            assertEquals(2, broken.exit());
            assertFalse(broken.everything().contains("not this"), broken::everything);
        }
    }

    @Test
    void casesOfOnesOwnArePlayed(@TempDir Path folder) throws IOException {
        String call = """
                {"description": "A token that lasts long.", "provenance": {"grade": "inferred", "source": "this test"},
                 "given": {"operation": "token", "input": {"grant_type": "client_credentials"}},
                 "request": {"method": "GET", "path": "/oauth/v1/generate", "query": {"grant_type": "client_credentials"}},
                 "answer": {"status": 200, "body": {"access_token": "not-a-real-access-token-0009", "expires_in": "7200"}},
                 "expect": {"returned": {"expires_in": "7200"}, "requests": 1}}
                """;
        Path file = Files.writeString(folder.resolve("long.json"), call);
        Shell.Result one = judge("right", "--cases", file.toString(), "--json");
        assertEquals(0, one.exit(), one::everything);
        assertTrue(one.out().contains("\"case\":\"token/long\""), one.out());

        Files.writeString(folder.resolve("wrong.json"), call.replace("\"requests\": 1", "\"requests\": 2"));
        Shell.Result both = judge("right", "--cases", folder.toString());
        assertEquals(1, both.exit(), both::everything);
        assertEquals(
                List.of(
                        "failed  token/wrong",
                        "        was sent once, not 2 times",
                        "kenya: 2 cases, 1 passed, 1 failed, 0 left out"),
                both.out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"answer\": {}} | is no full case",
                "[] | is no JSON object",
                "{\"given\": {\"operation\": \"tokenn\", \"input\": {}}, \"expect\": {\"requests\": 0}} | kenya has no operation tokenn; there are accountBalance,",
                "{\"given\": {\"callback\": \"paid\", \"body\": {}}, \"expect\": {}} | kenya has no callback paid; there are",
                "{\"given\": {\"operation\": \"token\", \"input\": {}}} | expect is missing",
                "{\"given\": {\"operation\": \"token\", \"input\": {}}, \"expect\": {\"request\": 1}} | expect: request is not known here; there are absent, code,",
                "{\"given\": {\"operation\": \"token\", \"input\": {}}, \"expect\": {\"requests\": \"1\"}} | expect: requests is not a number",
                "{\"given\": {\"operation\": \"token\", \"input\": {}}, \"expect\": {\"requests\": 1}} | what is sent needs `request`",
                "{\"given\": {\"operation\": \"token\", \"input\": {}}, \"answer\": [{}], \"expect\": {}} | answer: it has either a status or a fault",
                "{\"given\": {\"callback\": \"stkPushCallback\"}, \"expect\": {}} | has neither `body` nor `xml` nor `text`",
                "{\"given\": {\"callback\": \"stkPushCallback\", \"xml\": \"no.xml\"}, \"expect\": {}} | there is no file no.xml beside it"
            })
    void whatIsNoCaseIsNamed(String written, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), written);
        Shell.Result result = judge("right", "--cases", file.toString());
        assertEquals(2, result.exit(), result::everything);
        assertTrue(result.err().contains(message) && result.err().contains("own.json"), result.err());
    }

    @Test
    void aFolderWithoutCasesIsTold(@TempDir Path folder) {
        assertTrue(judge("right", "--cases", folder.toString()).err().contains("has no case"));
        assertTrue(judge("right", "--cases", "no-such-folder")
                .err()
                .contains("There is no file or folder no-such-folder"));
    }

    @Test
    void aReplyThatIsNotToldIsNotJudged() {
        Shell.Result silent = judgeCallback("right");
        assertEquals(1, silent.exit(), silent::everything);
        assertTrue(silent.out().contains("left out 1: the runner does not say what its client replies"), silent.out());
        Shell.Result wrong = judgeCallback("replying");
        assertEquals(1, wrong.exit(), wrong::everything);
        assertTrue(wrong.out().contains("        reply"), wrong.out());
    }

    private static Shell.Result judgeCallback(String behaviour) {
        return new Shell()
                .run("conformance", "kenya", "--only=b2bExpressCheckout/callback-paid", "--run", runner(behaviour));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conformance kenia --run x | Did you mean kenya?",
                "conformance ethiopia --run x | Cases are of: kenya, vodacom, mozambique, drc.",
                "conformance kenya | Missing required option",
                "conformance kenya --run x --only nothing/* | No case fits",
                "conformance kenya --run x --only stkPush/*,nothing/* | No case fits",
                "conformance kenya --run x --sandbox 8765 | --sandbox is an address",
                "conformance kenya --run x --timeout 0 | --timeout is a number of seconds"
            })
    void aMistakeInTheWordsIsTold(String words, String message) {
        Shell.Result result = new Shell().run(words.split(" ", -1));
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().contains(message), result.err());
    }

    @Test
    void theCountriesOfTheOpenApiShareItsCases() {
        Shell.Result result = new Shell()
                .run("conformance", "Ghana", "--only=c2bPayment/callback-paid", "--run", runner("right"), "--json");
        assertTrue(result.out().contains("c2bPayment/callback-paid"), result::everything);
    }
}
