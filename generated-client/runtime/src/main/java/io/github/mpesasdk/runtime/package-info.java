/** What generated records and operations are made of. */
package io.github.mpesasdk.runtime;
