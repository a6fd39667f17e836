package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Listens in on an OkHttp client: what one path was answered. Changes nothing. */
final class WireTap implements Interceptor {

    private static final long LARGEST_BODY = 1 << 20;

    private final String path;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    WireTap(String path) {
        this.path = path;
    }

    /**
     * An answer as it came.
     *
     * @param status HTTP status
     * @param body as text
     */
    record Heard(int status, String body) {

        /** The JSON object in the body, if it is one. */
        Optional<JsonObject> json() {
            try {
                return JsonParser.parseString(body) instanceof JsonObject object
                        ? Optional.of(object)
                        : Optional.empty();
            } catch (JsonParseException notJson) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Heard[" + status + "]";
        }
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (chain.request().url().encodedPath().endsWith(path)) {
            heard.add(new Heard(response.code(), response.peekBody(LARGEST_BODY).string()));
        }
        return response;
    }
}
