/**
 * What Vodacom's two JSON gateways have in common, the M-Pesa OpenAPI and the API of Mozambique: encrypted bearers, INS
 * codes, one answer that is the outcome or only promises it. The ledger, which the DRC's SOAP gateway keeps as well,
 * and the app's settings are for users; the rest is for the two markets.
 */
@NullMarked
package io.github.mpesasdk.sandbox.ipg;

import org.jspecify.annotations.NullMarked;
