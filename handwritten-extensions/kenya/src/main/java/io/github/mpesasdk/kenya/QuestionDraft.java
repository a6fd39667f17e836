package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Draft;

/** A question that this client words itself. */
final class QuestionDraft extends Draft<QuestionDraft> {

    /** A question about whatever this field names. */
    static Draft.Content about(String word, String wireName, String value) {
        return new QuestionDraft().set(word, wireName, value).content();
    }

    /** A question that has nothing to say. */
    static Draft.Content plain() {
        return new QuestionDraft().content();
    }
}
