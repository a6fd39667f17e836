/** Phone numbers, and the cleaning of text that gateways write. */
package io.github.mpesasdk.core.text;
