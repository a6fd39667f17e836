package io.github.mpesasdk.spring;

/** Which of an operator's gateways a client speaks to. */
public enum GatewayEnvironment {
    /** Test money. */
    SANDBOX,
    /** Real money. */
    PRODUCTION
}
