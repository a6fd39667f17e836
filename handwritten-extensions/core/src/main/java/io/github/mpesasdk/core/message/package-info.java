/** Messages from outside: read with suspicion, and put into one normal form. */
package io.github.mpesasdk.core.message;
