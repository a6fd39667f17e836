/** The settings of a client: what can never work is refused when the client is built, all of it at once. */
package io.github.mpesasdk.core.settings;
