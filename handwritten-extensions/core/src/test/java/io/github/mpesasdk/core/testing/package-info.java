/**
 * What every market proves its client with: a server that dies on purpose, and the contracts that a payment is sent
 * once, that tenants never meet, that nothing is believed that is not tied to its request, that callbacks lead to the
 * right decision after a restart too, and that nothing sensitive is told. Packaged as the test jar of this module.
 */
package io.github.mpesasdk.core.testing;
