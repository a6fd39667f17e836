@NullMarked
package io.github.mpesasdk.sandbox.vodacom;

import org.jspecify.annotations.NullMarked;
