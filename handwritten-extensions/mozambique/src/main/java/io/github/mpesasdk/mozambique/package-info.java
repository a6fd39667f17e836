/** Mozambique: start at {@link io.github.mpesasdk.mozambique.Mozambique}. */
package io.github.mpesasdk.mozambique;
