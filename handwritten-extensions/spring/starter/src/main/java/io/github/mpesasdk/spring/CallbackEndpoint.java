package io.github.mpesasdk.spring;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.UnreadableBodyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;

/** Receives what a gateway posts for one client, and answers as the gateway expects it. */
final class CallbackEndpoint implements HttpRequestHandler {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final ManagedClient<?, ?, ?> client;
    private final int maxBody;

    CallbackEndpoint(ManagedClient<?, ?, ?> client, int maxBody) {
        this.client = client;
        this.maxBody = maxBody;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isPosted(request)) {
            response.setHeader("Allow", "POST, PUT");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String body = body(request);
        if (body == null) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            answer(response, client.receive(request.getRequestURI(), body));
        } catch (UnreadableBodyException stranger) {
            LOG.log(INFO, "{0}: {1}", client.tenant(), stranger.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (NotJournaledException later) {
            LOG.log(WARNING, "{0}: {1}", client.tenant(), later.getMessage());
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isPosted(HttpServletRequest request) {
        String method = request.getMethod();
        return HttpMethod.POST.matches(method) || HttpMethod.PUT.matches(method);
    }

    // Null where it is too large, however large it was said to be.
    private @Nullable String body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBody) {
            return null;
        }
        byte[] bytes = request.getInputStream().readNBytes(maxBody + 1);
        return bytes.length > maxBody ? null : new String(bytes, charset(request));
    }

    private static Charset charset(HttpServletRequest request) {
        String said = request.getCharacterEncoding();
        try {
            return said == null ? StandardCharsets.UTF_8 : Charset.forName(said);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static void answer(HttpServletResponse response, ManagedClient.Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(answer.type() + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
