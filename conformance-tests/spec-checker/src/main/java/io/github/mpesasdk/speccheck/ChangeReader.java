package io.github.mpesasdk.speccheck;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/** Puts what the library found into words. Used once. */
final class ChangeReader {

    private final List<String> breaks = new ArrayList<>();

    List<String> breaks(ChangedOpenApi changes) {
        changes.getMissingEndpoints()
                .forEach(call -> breaks.add(call.getOperation().getOperationId() + " is gone, or has another address"));
        changes.getChangedOperations().forEach(this::operation);
        return breaks;
    }

    private void operation(ChangedOperation change) {
        Operation before = change.getOldOperation();
        String id = before.getOperationId();
        int known = breaks.size();
        if (!Objects.equals(id, change.getNewOperation().getOperationId())) {
            breaks.add(id + " is called " + change.getNewOperation().getOperationId() + " now");
        }
        parameters(id, change.getParameters());
        ChangedRequestBody body = change.getRequestBody();
        content(id + ", request", body == null ? null : body.getContent());
        answers(id, change.getApiResponses());
        if (breaks.size() == known && change.isIncompatible()) {
            breaks.add(id + " is described in a way that its users cannot follow: security, headers or content type");
        }
    }

    private void parameters(String id, @Nullable ChangedParameters change) {
        if (change == null) {
            return;
        }
        change.getMissing().forEach(gone -> breaks.add(id + ", request: " + gone.getName() + " is gone"));
        change.getIncreased().stream()
                .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                .forEach(added -> breaks.add(id + ", request: " + added.getName() + " must be sent now"));
        for (ChangedParameter parameter : change.getChanged()) {
            String place = id + ", request: " + parameter.getName();
            if (parameter.isChangeRequired() && parameter.isIncompatible()) {
                breaks.add(place + " must be sent now");
            }
            schema(place, parameter.getSchema());
        }
    }

    private void answers(String id, @Nullable ChangedApiResponse change) {
        if (change == null) {
            return;
        }
        change.getMissing().keySet().forEach(status -> breaks.add(id + ", answer: " + status + " is gone"));
        change.getChanged().values().forEach(answer -> content(id + ", answer", answer.getContent()));
    }

    private void content(String place, @Nullable ChangedContent change) {
        if (change != null) {
            change.getChanged().values().forEach(media -> schema(place + ":", media.getSchema()));
        }
    }

    private void schema(String place, @Nullable ChangedSchema change) {
        if (change == null) {
            return;
        }
        int known = breaks.size();
        change.getMissingProperties().keySet().forEach(field -> breaks.add(field(place, field) + " is gone"));
        if (change.getContext().isRequest()) {
            added(change.getRequired()).forEach(field -> breaks.add(field(place, field) + " must be sent now"));
        }
        gone(change.getEnumeration()).forEach(value -> breaks.add(place + " has no value " + value + " any more"));
        if (change.isChangedType() && change.isCoreChanged().isIncompatible()) {
            breaks.add(place + " is of another type");
        }
        narrower(change).ifPresent(limit -> breaks.add(place + " takes less than before: " + limit));
        change.getChangedProperties().forEach((field, inner) -> schema(field(place, field), inner));
        schema(place, change.getItems());
        if (breaks.size() == known && change.getContext().isRequest() && change.isIncompatible()) {
            breaks.add(place + " takes less than before");
        }
    }

    private static Optional<String> narrower(ChangedSchema change) {
        if (isIncompatible(change.getMaxLength())) {
            return Optional.of("at most " + change.getMaxLength().getNewValue() + " characters");
        }
        return isIncompatible(change.getNumericRange()) ? Optional.of("another range") : Optional.empty();
    }

    private static boolean isIncompatible(@Nullable Changed change) {
        return change != null && change.isIncompatible();
    }

    private static <T> List<T> added(@Nullable ChangedList<T> change) {
        return change == null ? List.of() : change.getIncreased();
    }

    private static <T> List<T> gone(@Nullable ChangedList<T> change) {
        return change == null ? List.of() : change.getMissing();
    }

    private static String field(String place, String field) {
        return place + (place.endsWith(":") ? " " : ".") + field;
    }
}
