package dev.sightline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** How absent values look. */
final class AbsenceRules {

    /** Private ones may pass on what they were just given; those that the compiler makes of lambdas are among them. */
    private static final DescribedPredicate<JavaCodeUnit> TAKES_AN_OPTIONAL = describe(
            "take an Optional from another class",
            unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE)
                    && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class)));

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new InNullMarkedPackage())
            .because("NullAway checks null-marked packages only; an unmarked one is not checked at all");

    @ArchTest
    static final ArchRule NO_OPTIONAL_FIELDS = noFields()
            .should()
            .haveRawType(Optional.class)
            .because("Optional is for return values; a component that may be absent is @Nullable");

    @ArchTest
    static final ArchRule NO_OPTIONAL_PARAMETERS = noCodeUnits()
            .should(ArchCondition.from(TAKES_AN_OPTIONAL))
            .because(
                    "Optional is for return values; who has no value calls another method or passes null to a @Nullable one");

    private AbsenceRules() {}

    private static final class InNullMarkedPackage extends ArchCondition<JavaClass> {

        InNullMarkedPackage() {
            super("reside in a package whose package-info is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    type,
                    marked,
                    "%s: package %s has no @NullMarked".formatted(type.getName(), type.getPackageName())));
        }
    }
}
