package dev.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule names the class that breaks it. */
final class RulesCatchMistakesTest {

    private static final JavaClasses WRONG = new ClassFileImporter().importPath(Path.of("target/test-classes"));

    private static final StageOrder TWO_STAGES = new StageOrder(
            "dev.sightline.ingest.wrong",
            List.of("dev.sightline.ingest.wrong.StageBefore", "dev.sightline.ingest.wrong.StageAfter"));

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(ModuleRules.VISUAL_IS_JDK_ONLY, "ArithmeticWithInjection"),
                arguments(ModuleRules.EVENTS_ADD_JSON_ONLY, "MessageWithLambdaContext"),
                arguments(ModuleRules.SHARED_IS_FREE_OF_FRAMEWORKS, "InjectedStore"),
                arguments(ModuleRules.SHARED_KNOWS_NO_DEPLOYABLE, "InjectedStore"),
                arguments(ModuleRules.DEPLOYABLES_DO_NOT_KNOW_EACH_OTHER, "StageOfAnotherDeployable"),
                arguments(ModuleRules.NO_CYCLES_BETWEEN_PACKAGES, "StageOfAnotherDeployable"),
                arguments(ModuleRules.TESTKIT_IS_FOR_TESTS, "StageWithFake"),
                arguments(StageRules.followed(TWO_STAGES), "StageBefore"),
                arguments(TechnologyRules.TECHNOLOGY_ONLY_AT_THE_EDGE, "LambdaStage"),
                arguments(TechnologyRules.REFLECTION_IS_REGISTERED_IN_ONE_PLACE, "ScatteredRegistration"),
                arguments(SurroundingsRules.ENVIRONMENT_IS_READ_IN_WIRING, "QueueManager"),
                arguments(SurroundingsRules.CLOCK_IS_GIVEN, "QueueManager"),
                arguments(SurroundingsRules.NOTHING_IS_PRINTED, "QueueManager"),
                arguments(NameRules.NO_EMPTY_SUFFIX, "QueueManager"),
                arguments(NameRules.NO_EMPTY_PACKAGE, "Bag"),
                arguments(NameRules.NO_GETTERS, "QueueManager.getDepth"),
                arguments(AbsenceRules.PACKAGES_ARE_NULL_MARKED, "QueueManager"),
                arguments(AbsenceRules.NO_OPTIONAL_FIELDS, "QueueManager.name"),
                arguments(AbsenceRules.NO_OPTIONAL_PARAMETERS, "QueueManager.print"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void evaluate_withAClassThatBreaksTheRule_namesIt(ArchRule rule, String mistake) {
        assertThat(rule.evaluate(WRONG).getFailureReport().getDetails()).anyMatch(detail -> detail.contains(mistake));
    }
}
