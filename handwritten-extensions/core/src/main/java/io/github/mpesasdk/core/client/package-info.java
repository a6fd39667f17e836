/** What the builders of all clients have in common. */
package io.github.mpesasdk.core.client;
