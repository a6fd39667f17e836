/** The M-Pesa OpenAPI: start at {@link io.github.mpesasdk.vodacom.VodacomOpenApi}. */
package io.github.mpesasdk.vodacom;
