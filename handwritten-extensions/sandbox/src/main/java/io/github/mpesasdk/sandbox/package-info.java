/**
 * An embedded M-Pesa on loopback: it judges requests by the specs, keeps a ledger, delivers callbacks, and misbehaves
 * on request. Start it with {@link io.github.mpesasdk.sandbox.Sandbox#start()}.
 */
@NullMarked
package io.github.mpesasdk.sandbox;

import org.jspecify.annotations.NullMarked;
