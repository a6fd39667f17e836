/** The operators' keys, and encryption with them through Bouncy Castle's lightweight API. */
package io.github.mpesasdk.core.crypto;
