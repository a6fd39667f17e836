/** Kenya: start at {@link io.github.mpesasdk.kenya.Daraja}. */
package io.github.mpesasdk.kenya;
