/**
 * What every market proves its client with: a server that dies on purpose, and the contract that a payment is sent
 * once. Packaged as the test jar of this module.
 */
package io.github.mpesasdk.core.testing;
