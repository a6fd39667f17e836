/** What must be true of the specs before anything is generated from them. Part of the build, not of the SDK. */
@NullMarked
package io.github.mpesasdk.speccheck;

import org.jspecify.annotations.NullMarked;
