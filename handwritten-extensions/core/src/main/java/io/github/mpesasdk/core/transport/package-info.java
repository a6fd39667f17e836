/** HTTP with the money rules of the specs. */
package io.github.mpesasdk.core.transport;
