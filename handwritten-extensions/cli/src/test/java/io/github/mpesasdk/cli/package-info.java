@NullMarked
package io.github.mpesasdk.cli;

import org.jspecify.annotations.NullMarked;
