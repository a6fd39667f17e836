@NullMarked
package io.github.mpesasdk.sandbox.drc;

import org.jspecify.annotations.NullMarked;
