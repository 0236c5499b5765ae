package dev.sightline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.OptionalInt;

/** Inside a deployable, a stage may know an earlier stage, never a later one. */
final class StageRules {

    @ArchTest
    static void ingest(JavaClasses classes) {
        check(classes, "functions/ingest", "dev.sightline.ingest");
    }

    @ArchTest
    static void worker(JavaClasses classes) {
        check(classes, "gpu-worker/worker", "dev.sightline.worker");
    }

    @ArchTest
    static void indexer(JavaClasses classes) {
        check(classes, "functions/indexer", "dev.sightline.indexer");
    }

    @ArchTest
    static void engagement(JavaClasses classes) {
        check(classes, "functions/engagement", "dev.sightline.feedback");
    }

    @ArchTest
    static void blender(JavaClasses classes) {
        check(classes, "functions/blender", "dev.sightline.blender");
    }

    @ArchTest
    static void lab(JavaClasses classes) {
        check(classes, "gpu-worker/lab", "dev.sightline.lab");
    }

    private StageRules() {}

    private static void check(JavaClasses classes, String module, String deployable) {
        check(classes, StageOrder.of(module, deployable));
    }

    private static void check(JavaClasses classes, StageOrder order) {
        List<String> unknown = order.firstClasses().stream()
                .filter(name -> !classes.contain(name))
                .toList();
        assertThat(order.firstClasses())
                .as("stages named in the package-info of %s", order.deployable())
                .hasSizeGreaterThan(1);
        assertThat(unknown)
                .as("stages of %s without a class", order.deployable())
                .isEmpty();
        followed(order).check(classes);
    }

    static ArchRule followed(StageOrder order) {
        return classes()
                .that()
                .resideInAPackage(order.deployable() + "..")
                .should(new KnowEarlierStagesOnly(order))
                .because("a reader follows one image through the stages in order");
    }

    private static final class KnowEarlierStagesOnly extends ArchCondition<JavaClass> {

        private final StageOrder order;

        KnowEarlierStagesOnly(StageOrder order) {
            super("know no later stage of " + order.firstClasses());
            this.order = order;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            OptionalInt own = order.position(type);
            if (own.isPresent()) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> check(own.getAsInt(), dependency, events));
            }
        }

        private void check(int own, Dependency dependency, ConditionEvents events) {
            boolean later = order.position(dependency.getTargetClass()).orElse(own) > own;
            events.add(new SimpleConditionEvent(dependency, !later, dependency.getDescription()));
        }
    }
}
