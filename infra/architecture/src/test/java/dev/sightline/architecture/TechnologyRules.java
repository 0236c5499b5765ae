package dev.sightline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** Where the types of AWS, Lambda events, OpenSearch and DJL may occur; everything under infra is about them. */
final class TechnologyRules {

    private static final Pattern EDGE =
            Pattern.compile("(Sqs|S3|OpenSearch|OpenTelemetry|Djl|Aws).*|.*(Handler|Wiring|Reflection)");

    private static final DescribedPredicate<JavaClass> AT_THE_EDGE = describe(
            "at the edge (*Handler, *Wiring, *Reflection, or named after the technology)",
            type -> EDGE.matcher(outermost(type).getSimpleName()).matches());

    @ArchTest
    static final ArchRule TECHNOLOGY_ONLY_AT_THE_EDGE = noClasses()
            .that(DescribedPredicate.not(AT_THE_EDGE))
            .and()
            .resideOutsideOfPackages(
                    "dev.sightline.infra..",
                    "dev.sightline.opensearch..",
                    "dev.sightline.local..",
                    "dev.sightline.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon.awssdk..",
                    "com.amazonaws..",
                    "org.opensearch..",
                    "org.apache.hc..",
                    "io.opentelemetry..",
                    "ai.djl..",
                    "ai.onnxruntime..")
            .because("a stage is read, tested and kept without knowing what carries its values");

    @ArchTest
    static final ArchRule REFLECTION_IS_REGISTERED_IN_ONE_PLACE = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Reflection")
            .should()
            .beAnnotatedWith("io.quarkus.runtime.annotations.RegisterForReflection")
            .because(
                    "a record that is missing fails in native images only, and silently: one class per deployable lists all");

    private TechnologyRules() {}

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TechnologyRules::outermost).orElse(type);
    }
}
