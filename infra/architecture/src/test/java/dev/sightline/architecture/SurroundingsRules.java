package dev.sightline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Who may read the environment and the clock, and who may print.
 *
 * <p>The launcher, the benchmarks, the CDK app and the OpenSearch node are free in the first two: they are programs that start programs and wait for
 * them. The launcher prints through its Console.
 */
final class SurroundingsRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis");

    private static final DescribedPredicate<JavaCall<?>> READS_THE_ENVIRONMENT =
            describe("read the environment", call -> name(call).equals("java.lang.System.getenv"));

    private static final DescribedPredicate<JavaCall<?>> READS_THE_CLOCK =
            describe("read the clock", call -> CLOCKS.contains(name(call)) || isNowWithoutClock(call));

    private static final DescribedPredicate<JavaFieldAccess> STANDARD_STREAM = describe(
            "System.out or System.err is read, outside an entry point main",
            access -> !access.getOrigin().getName().equals("main")
                    && access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(access.getTarget().getName()));

    private static final DescribedPredicate<JavaCall<?>> PRINTS_A_STACK_TRACE =
            describe("print a stack trace", call -> call.getName().equals("printStackTrace"));

    @ArchTest
    static final ArchRule ENVIRONMENT_IS_READ_IN_WIRING = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Wiring")
            .and()
            .resideOutsideOfPackages(
                    "dev.sightline.infra..",
                    "dev.sightline.opensearch..",
                    "dev.sightline.local..",
                    "dev.sightline.bench..")
            .should()
            .callCodeUnitWhere(READS_THE_ENVIRONMENT)
            .because("settings are checked in one place at start, and a test passes its own");

    @ArchTest
    static final ArchRule CLOCK_IS_GIVEN = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Wiring")
            .and()
            .resideOutsideOfPackages(
                    "dev.sightline.infra..",
                    "dev.sightline.opensearch..",
                    "dev.sightline.local..",
                    "dev.sightline.bench..")
            .should()
            .callCodeUnitWhere(READS_THE_CLOCK)
            .because("a java.time.Clock is passed in, so that a test decides what time it is");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Console")
            .and()
            .resideOutsideOfPackages("dev.sightline.infra..", "dev.sightline.opensearch..")
            .should()
            .accessFieldWhere(STANDARD_STREAM)
            .orShould()
            .callCodeUnitWhere(PRINTS_A_STACK_TRACE)
            .because("results are returned and events are logged; only the launcher's console prints");

    private SurroundingsRules() {}

    private static boolean isNowWithoutClock(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static String name(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getName();
    }
}
