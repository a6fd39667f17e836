@NullMarked
package io.github.mpesasdk.sandbox.kenya;

import org.jspecify.annotations.NullMarked;
