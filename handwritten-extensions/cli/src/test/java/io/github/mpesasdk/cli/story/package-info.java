@NullMarked
package io.github.mpesasdk.cli.story;

import org.jspecify.annotations.NullMarked;
