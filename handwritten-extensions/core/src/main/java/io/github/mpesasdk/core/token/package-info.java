/** Tokens, fetched once and kept apart by credential. */
package io.github.mpesasdk.core.token;
