/** What proves where a callback comes from. */
package io.github.mpesasdk.core.callback;
