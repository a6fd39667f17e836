package io.github.mpesasdk.benchmarks.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/** The running gateway. */
public final class Gateway implements AutoCloseable {

    private final Process process;
    private final JsonObject places;

    private Gateway(Process process, JsonObject places) {
        this.process = process;
        this.places = places;
    }

    /** Starts it in a JVM of its own. */
    public static Gateway start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayMain.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Gateway(process, JsonParser.parseString(out.readLine()).getAsJsonObject());
    }

    /** Clear HTTP/1.1. */
    public URI http() {
        return URI.create("http://localhost:" + places.get("http").getAsInt());
    }

    /** TLS with HTTP/2 and HTTP/1.1, as the client likes. */
    public URI https() {
        return URI.create("https://localhost:" + places.get("https").getAsInt());
    }

    /** Clear HTTP/1.1, where each answer takes 200 ms. */
    public URI slow() {
        return URI.create("http://localhost:" + places.get("slow").getAsInt());
    }

    /** The certificate for credentials, in PEM. */
    public String rsaCertificate() {
        return places.get("rsa").getAsString();
    }

    /** What trusts its certificate. */
    public HandshakeCertificates trust() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.decodeCertificatePem(
                        places.get("certificate").getAsString()))
                .build();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
