/** The sealed family of errors: what each says about the money is said by its class. */
package io.github.mpesasdk.error;
