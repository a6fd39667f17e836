/** M-Pesa in Spring Boot: clients from properties, their callbacks, their journal, and what they tell. */
@NullMarked
package io.github.mpesasdk.spring;

import org.jspecify.annotations.NullMarked;
