package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.crypto.digests.SHA1Digest;

/**
 * A certificate authority of this machine alone, for the names that {@link CertificateNames} has. Its time is the real
 * one, because other programs hold its certificates against their own clocks. A server's certificate is made anew
 * before it ends. Safe for use by several threads.
 */
public final class Authority {

    private static final String NAME = "CN=M-Pesa sandbox of this machine, O=M-Pesa SDK";
    /** No host name, because some clients would take it for one; the name is among the extensions. */
    private static final String SERVER = "CN=M-Pesa sandbox, O=M-Pesa SDK";

    /** The name of its file. */
    private static final String ROOT = "ca";

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(90);
    private static final Duration LEFT = Duration.ofDays(30);
    /** For clients whose clocks are behind. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final int SERIAL_BITS = 120;
    private static final int MOST_NAMES = 64;

    private final CertificateNames names;
    private final Optional<AuthorityFolder> folder;
    private final Clock clock;
    private final Issued root;
    /** Of all servers. */
    private final KeyPair keys;

    private Issued localhost;
    private final Map<String, Issued> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private Authority(
            CertificateNames names, Optional<AuthorityFolder> folder, Clock clock, Issued root, Issued localhost) {
        this.names = names;
        this.folder = folder;
        this.clock = clock;
        this.root = root;
        this.keys = new KeyPair(localhost.certificate().getPublicKey(), localhost.key());
        this.localhost = localhost;
    }

    /** One that is forgotten with the process. */
    public static Authority inMemory(Collection<String> operators, String host) {
        return inMemory(operators, host, Clock.systemUTC());
    }

    static Authority inMemory(Collection<String> operators, String host, Clock clock) {
        CertificateNames names = new CertificateNames(operators, host);
        Issued root = root(names, clock);
        Issued localhost = server(CertificateNames.LOCALHOST, names, newKeys(), root, clock);
        return new Authority(names, Optional.empty(), clock, root, localhost);
    }

    /**
     * One that is kept in a folder: the one that is there, or if there is none, it has almost expired, or it is not for
     * these operators and this host, a new one.
     *
     * @throws IllegalStateException if there is something else in the folder, or it cannot be used
     */
    public static Authority in(Path folder, Collection<String> operators, String host) {
        return in(folder, operators, host, Clock.systemUTC());
    }

    static Authority in(Path folder, Collection<String> operators, String host, Clock clock) {
        CertificateNames names = new CertificateNames(operators, host);
        return new AuthorityFolder(folder).use(files -> {
            Issued root = files.read(ROOT, NAME)
                    .filter(old -> isUsable(old, names, clock))
                    .orElseGet(() -> root(names, clock));
            Issued localhost = files.read(CertificateNames.LOCALHOST, SERVER)
                    .filter(old -> old.lasts(LEFT, clock.instant()) && isBy(root, old) && isForThisMachine(old, names))
                    .filter(old -> Issued.KEYS.equals(old.key().getAlgorithm()))
                    .orElseGet(() -> server(CertificateNames.LOCALHOST, names, newKeys(), root, clock));
            files.write(ROOT, root);
            files.write(CertificateNames.LOCALHOST, localhost);
            return new Authority(names, Optional.of(files), clock, root, localhost);
        });
    }

    /** The authority's own certificate, which clients are told to trust. */
    public String pem() {
        return root.certificatePem();
    }

    /** The file that has the certificate, if it is kept. */
    public Optional<Path> file() {
        return folder.map(files -> files.certificate(ROOT));
    }

    Issued root() {
        return root;
    }

    /** The certificate of a host; this machine's for those that the authority does not sign for. */
    Issued server(String host) {
        String name = names.nameFor(host).orElse(CertificateNames.LOCALHOST);
        synchronized (issued) {
            if (name.equals(CertificateNames.LOCALHOST)) {
                return localhost();
            }
            return issued.compute(
                    name,
                    (wanted, old) -> old != null && isFresh(old) ? old : server(wanted, names, keys, root, clock));
        }
    }

    /**
     * The name under which {@link #server} has a certificate of a host.
     *
     * @throws IllegalArgumentException if the authority does not sign for it
     */
    String covered(String host) {
        return names.nameFor(host)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the sandbox makes no certificate for " + host + "; it does for " + names));
    }

    private Issued localhost() {
        if (!isFresh(localhost)) {
            localhost = server(CertificateNames.LOCALHOST, names, keys, root, clock);
            folder.ifPresent(this::keepLocalhost);
        }
        return localhost;
    }

    private boolean isFresh(Issued one) {
        return one.lasts(LEFT, clock.instant());
    }

    /** For receivers that read it from the folder, unless the folder has the authority of somebody else by now. */
    private void keepLocalhost(AuthorityFolder files) {
        try {
            files.use(locked -> {
                boolean isOurs = locked.read(ROOT, NAME)
                        .filter(now -> now.certificate().equals(root.certificate()))
                        .isPresent();
                if (isOurs) {
                    locked.write(CertificateNames.LOCALHOST, localhost);
                }
                return isOurs;
            });
        } catch (IllegalStateException e) {
            // The folder is gone, or somebody else's. That is told at the next start, and ends nothing here.
        }
    }

    private static boolean isUsable(Issued old, CertificateNames names, Clock clock) {
        try {
            byte[] written = old.certificate().getExtensionValue(Extension.nameConstraints.getId());
            return old.lasts(LEFT, clock.instant())
                    && written != null
                    && names.areAllIn(NameConstraints.getInstance(
                            ASN1OctetString.getInstance(written).getOctets()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isForThisMachine(Issued old, CertificateNames names) {
        try {
            byte[] written = old.certificate().getExtensionValue(Extension.subjectAlternativeName.getId());
            return written != null
                    && Arrays.equals(
                            ASN1OctetString.getInstance(written).getOctets(),
                            names.of(CertificateNames.LOCALHOST).getEncoded());
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

    private static Issued root(CertificateNames names, Clock clock) {
        KeyPair keys = newKeys();
        try {
            CertificateDraft draft = draft(NAME, keys.getPublic(), LIFE, clock)
                    .with(Extension.basicConstraints, true, new BasicConstraints(0))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .with(Extension.nameConstraints, true, names.constraints());
            return Issued.of(draft.signed(NAME, keys.getPrivate()), keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate authority could be made", e);
        }
    }

    private static Issued server(String host, CertificateNames names, KeyPair keys, Issued root, Clock clock) {
        try {
            CertificateDraft draft = draft(SERVER, keys.getPublic(), SERVER_LIFE, clock)
                    .with(
                            Extension.authorityKeyIdentifier,
                            false,
                            new AuthorityKeyIdentifier(id(root.certificate().getPublicKey())))
                    .with(Extension.basicConstraints, true, new BasicConstraints(false))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .with(Extension.subjectAlternativeName, false, names.of(host));
            return Issued.of(draft.signed(NAME, root.key()), keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static CertificateDraft draft(String subject, PublicKey key, Duration life, Clock clock)
            throws IOException {
        Instant now = clock.instant();
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
            throw new IllegalStateException("no elliptic curves on this Java", e);
        }
    }
}
