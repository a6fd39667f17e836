@NullMarked
package io.github.mpesasdk.sandbox;

import org.jspecify.annotations.NullMarked;
