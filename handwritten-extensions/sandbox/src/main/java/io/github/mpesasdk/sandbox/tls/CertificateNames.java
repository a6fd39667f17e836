package io.github.mpesasdk.sandbox.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * The names that the authority signs for. They are written into its own certificate too, so that with a stolen key
 * nobody can pretend to be anything but a gateway of M-Pesa, or a machine without a public name.
 */
final class CertificateNames {

    static final String LOCALHOST = "localhost";

    /** No public host is under these: RFC 6761, and the one that ICANN keeps for private networks. */
    private static final List<String> PRIVATE = List.of(LOCALHOST, "test", "internal");

    /** The addresses in the certificate of this machine, as people write them. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]");

    private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final TreeSet<String> names = new TreeSet<>(PRIVATE);

    CertificateNames(Collection<String> operators) {
        operators.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    }

    /** The name in the certificate that a host is found by; empty if there is none for it. */
    Optional<String> nameFor(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (LOOPBACK.contains(name)) {
            return Optional.of(LOCALHOST);
        }
        boolean isCovered = name.matches("[a-z0-9._-]{1,253}")
                && names.stream().anyMatch(one -> name.equals(one) || name.endsWith("." + one));
        return isCovered ? Optional.of(name) : Optional.empty();
    }

    @Override
    public String toString() {
        return "127.0.0.1, [::1], " + String.join(", ", names) + ", and names that end in one of these names";
    }

    /** What stands in the authority's certificate. */
    NameConstraints constraints() {
        List<GeneralSubtree> permitted = new ArrayList<>();
        names.forEach(name -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name))));
        permitted.add(new GeneralSubtree(range(new byte[] {127, 0, 0, 0}, new byte[] {-1, 0, 0, 0})));
        byte[] all = new byte[LOOPBACK_6.length];
        Arrays.fill(all, (byte) -1);
        permitted.add(new GeneralSubtree(range(LOOPBACK_6, all)));
        return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
    }

    /** What stands in the certificate of a host: its name, and for this machine its addresses too. */
    static GeneralNames of(String host) {
        GeneralName name = new GeneralName(GeneralName.dNSName, host);
        return host.equals(LOCALHOST)
                ? new GeneralNames(new GeneralName[] {name, address(LOOPBACK_4), address(LOOPBACK_6)})
                : new GeneralNames(name);
    }

    private static GeneralName range(byte[] address, byte[] mask) {
        byte[] both = new byte[address.length + mask.length];
        System.arraycopy(address, 0, both, 0, address.length);
        System.arraycopy(mask, 0, both, address.length, mask.length);
        return address(both);
    }

    private static GeneralName address(byte[] bytes) {
        return new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes));
    }
}
