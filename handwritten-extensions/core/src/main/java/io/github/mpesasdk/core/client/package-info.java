/** What all clients and their builders have in common. */
package io.github.mpesasdk.core.client;
