package io.github.mpesasdk.spring.test;

import io.github.mpesasdk.sandbox.Sandbox;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a test with an application context a {@link Sandbox}, which runs before properties are read. All clients of the
 * application, of whatever market and tenant, speak to it: addresses, credentials and short codes of the properties are
 * replaced. Its markets are beans, for example {@code KenyaSandbox}; before each test it begins anew.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @MpesaSandboxTest
 * class CheckoutTest {
 *     @Autowired
 *     KenyaSandbox kenya;
 * }
 * }</pre>
 *
 * <p>With {@code RANDOM_PORT} or {@code DEFINED_PORT} its callbacks reach the application.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MpesaSandboxTest {}
