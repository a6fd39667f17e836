@NullMarked
package io.github.mpesasdk.sandbox.mozambique;

import org.jspecify.annotations.NullMarked;
