/** What must be true of a release before it is published. Part of the build, not of the SDK. */
@NullMarked
package io.github.mpesasdk.releasecheck;

import org.jspecify.annotations.NullMarked;
