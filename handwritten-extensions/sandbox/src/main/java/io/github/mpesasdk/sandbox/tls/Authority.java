package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.crypto.digests.SHA1Digest;

/**
 * A certificate authority of this machine alone, for the names that {@link CertificateNames} has. Its time is the real
 * one, because other programs hold its certificates against their own clocks. Safe for use by several threads.
 */
public final class Authority {

    private static final String NAME = "CN=M-Pesa sandbox of this machine, O=M-Pesa SDK";
    /** No host name, because some clients would take it for one; the name is among the extensions. */
    private static final String SERVER = "CN=M-Pesa sandbox, O=M-Pesa SDK";

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(90);
    private static final Duration LEFT = Duration.ofDays(30);
    /** For clients whose clocks are behind. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final int SERIAL_BITS = 120;
    private static final int MOST_NAMES = 64;

    private final CertificateNames names;
    private final Optional<Path> file;
    private final Issued root;
    /** This machine's certificate, whose key all others have too. */
    private final Issued localhost;

    private final Map<String, Issued> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private Authority(CertificateNames names, Optional<Path> file, Issued root, Issued localhost) {
        this.names = names;
        this.file = file;
        this.root = root;
        this.localhost = localhost;
    }

    /** One that is forgotten with the process. */
    public static Authority inMemory(Collection<String> operators) {
        CertificateNames names = new CertificateNames(operators);
        Issued root = root(names);
        return new Authority(names, Optional.empty(), root, server(CertificateNames.LOCALHOST, newKeys(), root));
    }

    /**
     * One that is kept in a folder: the one that is there, or if there is none, it has almost expired, or it is not for
     * these operators, a new one.
     *
     * @throws IllegalStateException if there is something else in the folder, or it cannot be used
     */
    public static Authority in(Path folder, Collection<String> operators) {
        CertificateNames names = new CertificateNames(operators);
        return new AuthorityFolder(folder).use(files -> {
            Issued root =
                    files.read("ca", NAME).filter(old -> isUsable(old, names)).orElseGet(() -> root(names));
            Issued localhost = files.read(CertificateNames.LOCALHOST, SERVER)
                    .filter(old -> old.lasts(LEFT) && isBy(root, old))
                    .orElseGet(() -> server(CertificateNames.LOCALHOST, newKeys(), root));
            files.write("ca", root);
            files.write(CertificateNames.LOCALHOST, localhost);
            return new Authority(names, Optional.of(files.certificate("ca")), root, localhost);
        });
    }

    /** The authority's own certificate, which clients are told to trust. */
    public String pem() {
        return root.certificatePem();
    }

    /** The file that has the certificate, if it is kept. */
    public Optional<Path> file() {
        return file;
    }

    Issued root() {
        return root;
    }

    /** The certificate of a host; this machine's for those that the authority does not sign for. */
    Issued server(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals(CertificateNames.LOCALHOST) || !names.cover(name)) {
            return localhost;
        }
        synchronized (issued) {
            return issued.computeIfAbsent(
                    name,
                    wanted ->
                            server(wanted, new KeyPair(localhost.certificate().getPublicKey(), localhost.key()), root));
        }
    }

    private static boolean isUsable(Issued old, CertificateNames names) {
        try {
            byte[] written = old.certificate().getExtensionValue(Extension.nameConstraints.getId());
            return old.lasts(LEFT)
                    && written != null
                    && Arrays.equals(
                            ASN1OctetString.getInstance(written).getOctets(),
                            names.constraints().getEncoded());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBy(Issued root, Issued old) {
        try {
            old.certificate().verify(root.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Issued root(CertificateNames names) {
        KeyPair keys = newKeys();
        try {
            CertificateDraft draft = draft(NAME, keys.getPublic(), LIFE)
                    .with(Extension.basicConstraints, true, new BasicConstraints(0))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .with(Extension.nameConstraints, true, names.constraints());
            return Issued.of(draft.signed(NAME, keys.getPrivate()), keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate authority could be made", e);
        }
    }

    private static Issued server(String host, KeyPair keys, Issued root) {
        try {
            CertificateDraft draft = draft(SERVER, keys.getPublic(), SERVER_LIFE)
                    .with(
                            Extension.authorityKeyIdentifier,
                            false,
                            new AuthorityKeyIdentifier(id(root.certificate().getPublicKey())))
                    .with(Extension.basicConstraints, true, new BasicConstraints(false))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                    .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .with(Extension.subjectAlternativeName, false, CertificateNames.of(host));
            return Issued.of(draft.signed(NAME, root.key()), keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static CertificateDraft draft(String subject, PublicKey key, Duration life) throws IOException {
        Instant now = Instant.now();
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS);
        return new CertificateDraft(subject, serial, key, now.minus(BEFORE), now.plus(life))
                .with(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id(key)));
    }

    private static byte[] id(PublicKey key) {
        byte[] encoded = key.getEncoded();
        SHA1Digest digest = new SHA1Digest();
        digest.update(encoded, 0, encoded.length);
        byte[] id = new byte[digest.getDigestSize()];
        digest.doFinal(id, 0);
        return id;
    }

    private static KeyPair newKeys() {
        try {
            return Issued.keys();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA on this Java", e);
        }
    }
}
