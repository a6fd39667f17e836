package io.github.mpesasdk.cli.market;

import io.github.mpesasdk.core.settings.EnvironmentVariables;

/**
 * Something that a market asks a caller to prove or to encrypt with.
 *
 * @param name small letters and hyphens, for example {@code consumer-key}
 * @param description one line for the help
 * @param isPublic whether it is no secret, so that the environment may name a file, by its path or as {@code @file}; a
 *     secret in the environment may begin with any character
 */
public record Credential(String name, String description, boolean isPublic) {

    /** The option that gives it: {@code --consumer-key}. */
    public String option() {
        return "--" + name;
    }

    /** The environment variable that gives it: {@code MPESA_KENYA_CONSUMER_KEY}. */
    public String variable(String market) {
        return EnvironmentVariables.nameOf(market, name);
    }
}
