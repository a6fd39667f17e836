package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mpesasdk.InvalidInputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever setting of a builder is given null refuses it at once, by its name and each of its values. */
public abstract class NullSettingsContract {

    private final Supplier<?> builder;
    private final Map<String, Integer> refusing;

    /**
     * For the tests of a builder.
     *
     * @param builder makes a fresh one
     * @param refusing how many values a method refuses to be null, where that is not all of them
     */
    protected NullSettingsContract(Supplier<?> builder, Map<String, Integer> refusing) {
        this.builder = builder;
        this.refusing = refusing;
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedAtOnceByName() {
        return Arrays.stream(builder.get().getClass().getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> refusals(method) > 0)
                .map(method -> dynamicTest(method.toGenericString(), () -> prove(method)));
    }

    private int refusals(Method method) {
        long values = Arrays.stream(method.getParameterTypes())
                .filter(type -> !type.isPrimitive())
                .count();
        return refusing.getOrDefault(method.getName(), (int) values);
    }

    private void prove(Method method) {
        Object[] nulls = new Object[method.getParameterCount()];
        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> method.invoke(builder.get(), nulls));

        InvalidInputException refused = assertInstanceOf(InvalidInputException.class, thrown.getCause());
        assertTrue(refused.getMessage().contains(method.getName()), refused.getMessage());
        assertTrue(refused.getMessage().contains(" is null: give a value"), refused.getMessage());
        assertEquals(refusals(method), refused.violations().size(), refused.getMessage());
    }
}
