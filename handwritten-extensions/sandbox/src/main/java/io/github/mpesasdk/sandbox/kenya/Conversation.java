package io.github.mpesasdk.sandbox.kenya;

/** The two ids of an asynchronous request: the sender's, or one made in its place, and the gateway's. */
record Conversation(String originatorId, String id) {}
