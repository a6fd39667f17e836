package io.github.mpesasdk.portalsdk;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Masked;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call needs: key, address, headers, parameters. Starts as {@code GET http://localhost:80/}. Each context has
 * headers and parameters of its own. Mutable and not thread-safe: use one for each call. {@code toString} shows neither
 * keys nor values.
 */
public final class APIContext {

    // A C2B call lasts as long as the customer takes to type a PIN.
    private static final Duration LONGEST_PIN_ENTRY = Duration.ofSeconds(90);

    private String apiKey = "";
    private String publicKey = "";
    private boolean ssl;
    private APIMethodType methodType = APIMethodType.GET;
    private String address = "localhost";
    private int port = 80;
    private String path = "/";
    private Duration timeout = LONGEST_PIN_ENTRY;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** A context with the defaults, to be filled by its setters. */
    public APIContext() {}

    private APIContext(APIContext other) {
        apiKey = other.apiKey;
        publicKey = other.publicKey;
        ssl = other.ssl;
        methodType = other.methodType;
        address = other.address;
        port = other.port;
        path = other.path;
        timeout = other.timeout;
        headers.putAll(other.headers);
        parameters.putAll(other.parameters);
    }

    /** Starts a context with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    public String getApiKey() {
        return apiKey;
    }

    /** What is encrypted for the {@code Authorization} header: the API key, or the session id where calls need one. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getPublicKey() {
        return publicKey;
    }

    /** The portal's public key: base64 on one line or wrapped, PEM, or a certificate. */
    public void setPublicKey(String publicKey) {
        this.publicKey = publicKey;
    }

    public boolean isSsl() {
        return ssl;
    }

    /** Whether to encrypt the connection. Without it, only addresses of this machine are called. */
    public void setSsl(boolean ssl) {
        this.ssl = ssl;
    }

    public APIMethodType getMethodType() {
        return methodType;
    }

    public void setMethodType(APIMethodType methodType) {
        this.methodType = methodType;
    }

    public String getAddress() {
        return address;
    }

    /** The host alone, for example {@code openapi.m-pesa.com}. */
    public void setAddress(String address) {
        this.address = address;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public String getPath() {
        return path;
    }

    /** The path with its leading slash, for example {@code /sandbox/ipg/v2/vodacomTZN/getSession/}. */
    public void setPath(String path) {
        this.path = path;
    }

    public Duration getTimeout() {
        return timeout;
    }

    /**
     * Upper bound of a whole call; 90 seconds unless set.
     *
     * @throws InvalidInputException if it is shorter than a millisecond
     */
    public void setTimeout(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new InvalidInputException("The API context", "timeout", "must be a millisecond or longer");
        }
        this.timeout = timeout;
    }

    /** The headers so far, in their order; a copy. */
    public Map<String, String> getHeaders() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Replaces all headers by a copy of these. */
    public void setHeaders(Map<String, String> headers) {
        Map<String, String> copy = new LinkedHashMap<>(headers);
        this.headers.clear();
        copy.forEach(this::addHeader);
    }

    /** Adds a header such as {@code Origin}. {@code Authorization} and {@code Content-Type} are not the caller's. */
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    /** The parameters so far, in their order; a copy. */
    public Map<String, String> getParameters() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Replaces all parameters by a copy of these. */
    public void setParameters(Map<String, String> parameters) {
        Map<String, String> copy = new LinkedHashMap<>(parameters);
        this.parameters.clear();
        copy.forEach(this::addParameter);
    }

    /** Adds a parameter such as {@code input_Amount}; null leaves it out. */
    public void addParameter(String name, @Nullable String value) {
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
    }

    /** Scheme, address, port and path, as they were set. */
    public String getUrl() {
        return (ssl ? "https://" : "http://") + address + ":" + port + path;
    }

    @Override
    public String toString() {
        Masked text = Masked.of("APIContext")
                .show("methodType", methodType)
                .show("ssl", ssl)
                .show("port", port)
                .hide("apiKey", apiKey.isEmpty() ? null : apiKey)
                .hide("publicKey", publicKey.isEmpty() ? null : publicKey);
        headers.forEach(text::hide);
        parameters.forEach(text::hide);
        return text.toString();
    }

    /** Fills a context in one expression. Each {@link #build} makes another one. Not thread-safe. */
    public static final class Builder {

        private final APIContext context = new APIContext();

        private Builder() {}

        /** See {@link APIContext#setApiKey}. */
        public Builder apiKey(String apiKey) {
            context.setApiKey(apiKey);
            return this;
        }

        /** See {@link APIContext#setPublicKey}. */
        public Builder publicKey(String publicKey) {
            context.setPublicKey(publicKey);
            return this;
        }

        /** See {@link APIContext#setSsl}. */
        public Builder ssl(boolean ssl) {
            context.setSsl(ssl);
            return this;
        }

        public Builder methodType(APIMethodType methodType) {
            context.setMethodType(methodType);
            return this;
        }

        /** See {@link APIContext#setAddress}. */
        public Builder address(String address) {
            context.setAddress(address);
            return this;
        }

        public Builder port(int port) {
            context.setPort(port);
            return this;
        }

        /** See {@link APIContext#setPath}. */
        public Builder path(String path) {
            context.setPath(path);
            return this;
        }

        /** See {@link APIContext#setTimeout}. */
        public Builder timeout(Duration timeout) {
            context.setTimeout(timeout);
            return this;
        }

        /** See {@link APIContext#addHeader}. */
        public Builder header(String name, String value) {
            context.addHeader(name, value);
            return this;
        }

        /** See {@link APIContext#addParameter}. */
        public Builder parameter(String name, @Nullable String value) {
            context.addParameter(name, value);
            return this;
        }

        /** A context that later calls of this builder leave alone. */
        public APIContext build() {
            return new APIContext(context);
        }
    }
}
