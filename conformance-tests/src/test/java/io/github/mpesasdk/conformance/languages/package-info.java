/** The stock clients of other languages, against the sandbox. */
@NullMarked
package io.github.mpesasdk.conformance.languages;

import org.jspecify.annotations.NullMarked;
