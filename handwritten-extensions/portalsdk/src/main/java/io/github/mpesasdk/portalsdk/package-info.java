/**
 * The four classes of the portal's own SDK, for code that was written for it: the same names and fields, without its
 * faults. New code is better served by the clients of the markets, which know the operations and their outcomes.
 */
package io.github.mpesasdk.portalsdk;
