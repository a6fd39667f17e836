/** Encryption for operators, through Bouncy Castle's lightweight API. */
package io.github.mpesasdk.core.crypto;
