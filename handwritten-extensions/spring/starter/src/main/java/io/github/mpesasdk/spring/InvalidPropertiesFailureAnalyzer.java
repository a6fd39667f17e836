package io.github.mpesasdk.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start which properties are wrong, instead of a stack trace. */
final class InvalidPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertiesException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertiesException cause) {
        return new FailureAnalysis(
                "M-Pesa cannot be set up from the properties of this application:\n\n    "
                        + String.join("\n    ", cause.problems()),
                "Correct these properties. Environment variables set them as well: mpesa.kenya.consumer-key is"
                        + " MPESA_KENYA_CONSUMER_KEY.",
                cause);
    }
}
