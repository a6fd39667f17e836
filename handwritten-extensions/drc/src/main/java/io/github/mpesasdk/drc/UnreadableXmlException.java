package io.github.mpesasdk.drc;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A body is no message of the gateway's. The message says why, and quotes nothing of the body. */
final class UnreadableXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableXmlException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    static UnreadableXmlException because(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException refusal && refusal.getLocation() == null) {
                // A guard wrote it: the messages of the parser have a place, and quote the text around it.
                return new UnreadableXmlException(String.valueOf(refusal.getMessage()), null);
            }
        }
        return new UnreadableXmlException("it is no well-formed XML", null);
    }
}
