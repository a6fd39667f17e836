/** What a caller gives. */
package io.github.mpesasdk.core.input;
