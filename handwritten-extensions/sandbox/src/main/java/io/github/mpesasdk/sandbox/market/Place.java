package io.github.mpesasdk.sandbox.market;

/** Where a request goes, as its gateway reads it. */
public interface Place {

    /** Which market it was sent to. */
    String market();

    /** The request as the spec has it. */
    MarketRequest request();

    /** How many characters it keeps in memory. */
    default int length() {
        return request().length();
    }

    /** A place that says no more. */
    static Place of(String market, MarketRequest request) {
        return new Plain(market, request);
    }

    /** A market and a request. */
    record Plain(String market, MarketRequest request) implements Place {}
}
