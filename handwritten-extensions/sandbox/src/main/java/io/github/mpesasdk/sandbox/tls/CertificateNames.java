package io.github.mpesasdk.sandbox.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1OctetString;
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
    private final Optional<String> own;

    /**
     * Names.
     *
     * @param host where the sandbox listens: the certificate of this machine is for it too, unless that is every
     *     address
     */
    CertificateNames(Collection<String> operators, String host) {
        operators.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        String bare = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        own = Optional.of(bare).filter(one -> !LOOPBACK.contains(one) && !one.equals(LOCALHOST) && !isWildcard(one));
    }

    /** The name in the certificate that a host is found by; empty if there is none for it. */
    Optional<String> nameFor(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (LOOPBACK.contains(name)
                || own.filter(name.replaceAll("[\\[\\]]", "")::equals).isPresent()) {
            return Optional.of(LOCALHOST);
        }
        boolean isCovered = name.matches("[a-z0-9._-]{1,253}")
                && names.stream().anyMatch(one -> name.equals(one) || name.endsWith("." + one));
        return isCovered ? Optional.of(name) : Optional.empty();
    }

    @Override
    public String toString() {
        return own.map(host -> host + ", ").orElse("") + "127.0.0.1, [::1], " + String.join(", ", names)
                + ", and names that end in one of these names";
    }

    /** What stands in the authority's certificate. */
    NameConstraints constraints() {
        List<GeneralSubtree> permitted = new ArrayList<>();
        names.forEach(name -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name))));
        permitted.add(new GeneralSubtree(range(new byte[] {127, 0, 0, 0}, new byte[] {-1, 0, 0, 0})));
        permitted.add(new GeneralSubtree(range(LOOPBACK_6, all(LOOPBACK_6))));
        own.map(CertificateNames::general)
                .map(name -> name.getTagNo() == GeneralName.iPAddress ? only(name) : name)
                .ifPresent(name -> permitted.add(new GeneralSubtree(name)));
        return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
    }

    /** Whether a certificate of an authority lets it sign for all these names. It may let it sign for more. */
    boolean areAllIn(NameConstraints constraints) {
        return Arrays.asList(constraints.getPermittedSubtrees())
                .containsAll(Arrays.asList(constraints().getPermittedSubtrees()));
    }

    /** What stands in the certificate of a host: its name, and for this machine its addresses too. */
    GeneralNames of(String host) {
        GeneralName name = new GeneralName(GeneralName.dNSName, host);
        if (!host.equals(LOCALHOST)) {
            return new GeneralNames(name);
        }
        List<GeneralName> all = new ArrayList<>(List.of(name, address(LOOPBACK_4), address(LOOPBACK_6)));
        own.map(CertificateNames::general).ifPresent(all::add);
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    /** A host as certificates write it; an address is known by its digits, without asking any name server. */
    private static GeneralName general(String host) {
        if (!host.matches("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*(%.*)?")) {
            return new GeneralName(GeneralName.dNSName, host);
        }
        try {
            return address(InetAddress.getByName(host).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + host, e);
        }
    }

    private static boolean isWildcard(String host) {
        return host.equals("0.0.0.0") || host.matches("[0:]*::[0:]*");
    }

    /** One address as a range. */
    private static GeneralName only(GeneralName address) {
        byte[] bytes = ((ASN1OctetString) address.getName()).getOctets();
        return range(bytes, all(bytes));
    }

    private static byte[] all(byte[] address) {
        byte[] mask = new byte[address.length];
        Arrays.fill(mask, (byte) -1);
        return mask;
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
