/**
 * What Vodacom's two gateways have in common, the M-Pesa OpenAPI and the API of Mozambique: encrypted bearers, INS
 * codes, one answer that is the outcome or only promises it. The ledger and the app's settings are for users; the rest
 * is for the two markets.
 */
@NullMarked
package io.github.mpesasdk.sandbox.ipg;

import org.jspecify.annotations.NullMarked;
