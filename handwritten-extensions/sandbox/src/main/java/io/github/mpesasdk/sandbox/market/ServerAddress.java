package io.github.mpesasdk.sandbox.market;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where an operator's own gateway is, as its spec says.
 *
 * @param host its name
 * @param port its port
 * @param operationId the one operation that is there, or empty where all are
 */
public record ServerAddress(String host, int port, Optional<String> operationId) {

    private static final int HTTPS = 443;

    /** Every server of a document, at every port that its operations have. */
    static List<ServerAddress> of(SpecDocument document, Iterable<SpecOperation> operations) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        operations.forEach(operation -> {
            if (operation.extension("x-port") instanceof Integer port) {
                ports.putIfAbsent(port, operation.id());
            }
        });
        List<ServerAddress> addresses = new ArrayList<>();
        hosts(document).forEach((host, own) -> {
            if (ports.isEmpty()) {
                addresses.add(new ServerAddress(host, own, Optional.empty()));
            }
            ports.forEach((port, id) -> addresses.add(new ServerAddress(host, port, Optional.of(id))));
        });
        return List.copyOf(addresses);
    }

    private static Map<String, Integer> hosts(SpecDocument document) {
        Map<String, Integer> hosts = new TreeMap<>();
        for (Object server : SpecDocument.list(document.at("servers"))) {
            Map<?, ?> words = SpecDocument.map(server);
            String url = (String) Objects.requireNonNull(words.get("url"));
            for (String written : written(url, SpecDocument.map(words.get("variables")))) {
                URI address = URI.create(written);
                hosts.put(address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort());
            }
        }
        SpecDocument.list(document.at("x-hosts")).forEach(host -> hosts.putIfAbsent((String) host, HTTPS));
        return hosts;
    }

    /** An address with each value of its variables. */
    private static List<String> written(String url, Map<?, ?> variables) {
        List<String> urls = List.of(url);
        for (Map.Entry<?, ?> variable : variables.entrySet()) {
            Map<?, ?> words = SpecDocument.map(variable.getValue());
            List<?> values = words.get("enum") instanceof List<?> all ? all : List.of(words.get("default"));
            String placeholder = "{" + variable.getKey() + "}";
            urls = urls.stream()
                    .flatMap(one -> values.stream().map(value -> one.replace(placeholder, String.valueOf(value))))
                    .toList();
        }
        return urls;
    }
}
