package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.crypto.CertificateFacts;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Encrypts a secret for an operator. */
@Command(
        name = "encrypt",
        header = "Encrypt a secret for an operator.",
        description = {
            "%nReads the secret from standard input, without the line end behind it, encrypts it with RSA (PKCS#1 v1.5) and "
                    + "prints base64. The result differs each time, as it should. Takes PEM, DER or base64, certificate or "
                    + "bare key. An expired certificate is used and reported: the operators' own are expired."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa encrypt --certificate production.cer < initiator-password.txt",
            "  read -rs SECRET",
            "  printf %%s \"$SECRET\" | mpesa encrypt --public-key key.txt"
        })
final class EncryptCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private KeyFile key = new KeyFile();

    @Option(names = "--json", description = "Print {\"encrypted\": ...}; errors are JSON as well.")
    private boolean json;

    EncryptCommand(Console console) {
        this.console = console;
    }

    /** The one file that is given. */
    static final class KeyFile {

        @Option(names = "--certificate", paramLabel = "FILE", description = "The operator's certificate.")
        private @Nullable String certificate;

        @Option(names = "--public-key", paramLabel = "FILE", description = "The operator's public key.")
        private @Nullable String publicKey;

        byte[] read() {
            String file = certificate != null ? certificate : publicKey;
            return file == null ? new byte[0] : InputText.ofFile(file, "The file " + file);
        }
    }

    @Override
    public Integer call() {
        EncryptionKey encryption = PublicKeys.read(key.read());
        String secret = InputText.strict(InputText.standardInput(console.in()), "The secret");
        String encrypted = encryption.encrypt(InputText.withoutLineEnd(secret));
        console.out().println(json ? Json.pretty(answer(encrypted)) : encrypted);
        encryption
                .certificate()
                .filter(facts -> facts.isExpired(Clock.systemUTC()))
                .map(CertificateFacts::notAfter)
                .ifPresent(end ->
                        console.err().println("The certificate expired at " + end + ". It was used all the same."));
        return ExitCode.DONE;
    }

    private static JsonObject answer(String encrypted) {
        JsonObject answer = new JsonObject();
        answer.addProperty("encrypted", encrypted);
        return answer;
    }
}
