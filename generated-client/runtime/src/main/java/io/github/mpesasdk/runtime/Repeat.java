package io.github.mpesasdk.runtime;

/**
 * One name in a callback that repeats what was sent or answered before.
 *
 * @param name as the callback's decoded form has it
 * @param isOfAnswer whether it repeats a field of the answer; else of the request
 * @param field the wire name of that field
 * @param role what that field is to a reader
 */
public record Repeat(String name, boolean isOfAnswer, String field, Role role) {

    private static final String ANSWER = "answer.";

    /**
     * A repetition as the spec writes it.
     *
     * @param source {@code request.Field} or {@code answer.Field}
     */
    static Repeat of(String name, String source, RecordAdapter<?> request, RecordAdapter<?> answer) {
        boolean isOfAnswer = source.startsWith(ANSWER);
        String field = source.substring(source.indexOf('.') + 1);
        return new Repeat(name, isOfAnswer, field, (isOfAnswer ? answer : request).roleOf(field));
    }

    /** Whether it is the amount of the request. */
    public boolean isAmount() {
        return role == Role.AMOUNT && !isOfAnswer;
    }
}
