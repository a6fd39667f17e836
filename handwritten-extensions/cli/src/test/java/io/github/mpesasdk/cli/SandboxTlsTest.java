package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The options of the sandbox that concern TLS and callbacks. */
@Timeout(240)
class SandboxTlsTest {

    @Test
    void theFirstLineTellsHttpsProxyAndAuthority(@TempDir Path folder) throws Exception {
        PipedReader stdout = new PipedReader(1 << 16);
        PrintWriter out = new PrintWriter(new PipedWriter(stdout), true);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread sandbox = new Thread(() -> exit.complete(Mpesa.run(
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintWriter(new StringWriter()),
                        Map.of("MPESA_SANDBOX_AUTHORITY", folder.toString()),
                        false),
                "sandbox",
                "--port=0",
                "--https-port=0",
                "--proxy=0",
                "--callback-host=app,web",
                "--callback-any-certificate",
                "--set=callbackAttempts=3")));
        sandbox.start();
        JsonObject told =
                JsonParser.parseString(new BufferedReader(stdout).readLine()).getAsJsonObject();
        assertEquals("https", URI.create(told.get("httpsUrl").getAsString()).getScheme());
        assertEquals("http", URI.create(told.get("proxy").getAsString()).getScheme());
        Path file = Path.of(told.get("certificateAuthorityFile").getAsString());
        assertEquals(folder.resolve("ca.pem"), file);
        assertEquals(Files.readString(file), told.get("certificateAuthority").getAsString());
        sandbox.interrupt();
        assertEquals(0, exit.get(60, TimeUnit.SECONDS));
    }

    @Test
    void whatCannotBeIsTold(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Shell.Result unusable = new Shell().run("sandbox", "--port=0", "--https-port=0", "--authority=" + file);
        assertEquals(1, unusable.exit());
        assertTrue(unusable.err().contains(file.toString()), unusable.err());
        Shell.Result noHost = new Shell().run("sandbox", "--port=0", "--callback-host=http://app");
        assertEquals(2, noHost.exit());
        assertTrue(noHost.err().contains("without scheme, port and path"), noHost.err());
    }
}
