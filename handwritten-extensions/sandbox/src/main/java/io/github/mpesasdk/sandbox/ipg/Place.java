package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.MarketRequest;

/**
 * Where a request goes.
 *
 * @param market which market it was sent to
 * @param request the request as the spec has it
 */
public record Place(String market, MarketRequest request) {}
