@NullMarked
package io.github.mpesasdk.sandbox.market;

import org.jspecify.annotations.NullMarked;
