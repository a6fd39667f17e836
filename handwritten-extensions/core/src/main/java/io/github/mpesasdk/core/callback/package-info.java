/** Callback addresses, and where callbacks meet those who wait for them. */
package io.github.mpesasdk.core.callback;
