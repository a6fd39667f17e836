/** What forgets in time: bounded maps, and fingerprints of messages. */
package io.github.mpesasdk.core.memory;
