package io.github.mpesasdk.sandbox.phone;

/**
 * What a prompt says.
 *
 * @param operation the operation that prompts
 * @param amount how much is asked for, as it was sent
 * @param payee who asks for it
 * @param reference what it is for; empty if that was not said
 */
public record PromptText(String operation, String amount, String payee, String reference) {}
