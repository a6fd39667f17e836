/** The sandbox for tests of applications with Spring Boot. */
@NullMarked
package io.github.mpesasdk.spring.test;

import org.jspecify.annotations.NullMarked;
