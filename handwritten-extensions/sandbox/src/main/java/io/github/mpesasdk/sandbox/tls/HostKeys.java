package io.github.mpesasdk.sandbox.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Picks the certificate of the host that a client wants to speak to. */
final class HostKeys extends X509ExtendedKeyManager {

    private final Authority authority;
    private final Optional<String> host;

    private HostKeys(Authority authority, Optional<String> host) {
        this.authority = authority;
        this.host = host;
    }

    /** A server that is what the client asks for. */
    static SSLContext any(Authority authority) {
        return context(new HostKeys(authority, Optional.empty()));
    }

    /** A server that is one host. */
    static SSLContext of(Authority authority, String host) {
        return context(new HostKeys(authority, Optional.of(host)));
    }

    private static SSLContext context(HostKeys keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this Java", e);
        }
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return keyType.equals(Issued.KEYS) ? host.or(() -> asked(socket)).orElse(CertificateNames.LOCALHOST) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return keyType.equals(Issued.KEYS) ? host.orElse(CertificateNames.LOCALHOST) : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {authority.server(alias).certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return authority.server(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {CertificateNames.LOCALHOST};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private static Optional<String> asked(@Nullable Socket socket) {
        if (socket instanceof SSLSocket tls && tls.getHandshakeSession() instanceof ExtendedSSLSession session) {
            for (SNIServerName name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName wanted) {
                    return Optional.of(wanted.getAsciiName());
                }
            }
        }
        return Optional.empty();
    }
}
