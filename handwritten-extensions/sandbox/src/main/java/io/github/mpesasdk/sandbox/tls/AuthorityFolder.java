package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;

/** Certificates in PEM that all may read, each beside its key, which only its owner may read. */
final class AuthorityFolder {

    private static final String CERTIFICATE = ".pem";
    private static final String KEY = "-key.pem";
    private static final String FOR_ALL = "rw-r--r--";
    private static final String FOR_OWNER = "rw-------";

    private final Path folder;

    AuthorityFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Does something that no other process does at the same time, so that two first starts make one authority. */
    <T> T use(Function<AuthorityFolder, T> work) {
        synchronized (AuthorityFolder.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    assert lock.isValid();
                    return work.apply(this);
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    Path certificate(String name) {
        return folder.resolve(name + CERTIFICATE);
    }

    /** What an earlier start left under a name. */
    Optional<Issued> read(String name, String subject) {
        Path certificate = certificate(name);
        Path key = folder.resolve(name + KEY);
        if (!Files.exists(certificate) && !Files.exists(key)) {
            return Optional.empty();
        }
        try {
            Issued read = Issued.read(Files.readString(certificate), Files.readString(key));
            byte[] written = read.certificate().getSubjectX500Principal().getEncoded();
            if (!X500Name.getInstance(written).equals(new X500Name(subject))) {
                throw new IllegalArgumentException("the certificate is for somebody else");
            }
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "what is in " + certificate + " and " + key + " was not made by the sandbox; give another folder,"
                            + " or remove both to have them made: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void write(String name, Issued issued) {
        try {
            write(folder.resolve(name + KEY), issued.keyPem(), FOR_OWNER);
            write(certificate(name), issued.certificatePem(), FOR_ALL);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Writes beside the file and moves, so that nobody ever reads half of it, or a key before it is protected. */
    private void write(Path file, String text, String permissions) throws IOException {
        Path beside = Files.createTempFile(folder, "new", CERTIFICATE); // for its owner only
        try {
            Files.writeString(beside, text);
            if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private IllegalStateException unusable(IOException e) {
        return new IllegalStateException(
                "the folder " + folder + " cannot keep the certificate authority: " + e.getMessage(), e);
    }
}
