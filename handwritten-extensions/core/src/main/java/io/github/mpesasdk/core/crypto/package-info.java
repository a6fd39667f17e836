/**
 * The operators' keys, and encryption with them: by the platform's own providers, which are quick to load, and by
 * Bouncy Castle's lightweight API where those are missing or do not take a key.
 */
package io.github.mpesasdk.core.crypto;
