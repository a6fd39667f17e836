/** DRC through its SOAP gateway: start at {@link io.github.mpesasdk.drc.DrcGateway}. */
package io.github.mpesasdk.drc;
