/**
 * Vodacom's SOAP gateway in the DRC, as the sandbox plays it: a session, then payments whose outcome is called back.
 */
@NullMarked
package io.github.mpesasdk.sandbox.drc;

import org.jspecify.annotations.NullMarked;
