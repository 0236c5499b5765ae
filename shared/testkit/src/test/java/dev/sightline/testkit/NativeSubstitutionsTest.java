package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Substitutions of native images fit the libraries that are used, also after these were updated. */
class NativeSubstitutionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev.sightline.queue.AwsSubstitutions", "dev.sightline.index.OpenSearchSubstitutions"})
    void substitutions_ofALibrary_replaceMethodsThatItHas(String name) throws ReflectiveOperationException {
        List<Class<?>> substitutions = List.of(Class.forName(name).getDeclaredClasses());
        assertThat(substitutions).isNotEmpty();
        for (Class<?> substitution : substitutions) {
            Class<?> target =
                    Class.forName(substitution.getAnnotation(TargetClass.class).className());
            List<Method> substitutes = Arrays.stream(substitution.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Substitute.class))
                    .toList();
            assertThat(substitutes).isNotEmpty();
            for (Method substitute : substitutes) {
                Method replaced = target.getDeclaredMethod(substitute.getName(), substitute.getParameterTypes());
                assertThat(replaced.getReturnType()).isEqualTo(substitute.getReturnType());
                assertThat(replaced.accessFlags().contains(AccessFlag.STATIC))
                        .isEqualTo(substitute.accessFlags().contains(AccessFlag.STATIC));
            }
        }
    }
}
