package dev.sightline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each module may know. */
final class ModuleRules {

    @ArchTest
    static final ArchRule VISUAL_IS_JDK_ONLY = classes()
            .that()
            .resideInAPackage("dev.sightline.visual..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.sightline.visual..")
            .because("the arithmetic of the paper must be readable and testable without any technology");

    @ArchTest
    static final ArchRule EVENTS_ADD_JSON_ONLY = classes()
            .that()
            .resideInAPackage("dev.sightline.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "dev.sightline.visual..",
                    "dev.sightline.events..")
            .because("messages outlive every technology that carries them; JSON is the one form they have");

    @ArchTest
    static final ArchRule SHARED_IS_FREE_OF_FRAMEWORKS = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.sightline.imaging..",
                    "dev.sightline.queue..",
                    "dev.sightline.storage..",
                    "dev.sightline.index..",
                    "dev.sightline.reconcile..",
                    "dev.sightline.policy..",
                    "dev.sightline.engagement..",
                    "dev.sightline.metrics..",
                    "dev.sightline.logs..",
                    "dev.sightline.tracing..",
                    "dev.sightline.ranking..",
                    "dev.sightline.inference..",
                    "dev.sightline.lab..")
            .and()
            .doNotHaveFullyQualifiedName(
                    "dev.sightline.lab.report.HtmlReport") // its template engine runs without Quarkus
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
            .because("a deployable chooses its framework and wires shared classes itself, in its Wiring");

    @ArchTest
    static final ArchRule SHARED_KNOWS_NO_DEPLOYABLE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.sightline.visual..",
                    "dev.sightline.events..",
                    "dev.sightline.imaging..",
                    "dev.sightline.queue..",
                    "dev.sightline.storage..",
                    "dev.sightline.index..",
                    "dev.sightline.reconcile..",
                    "dev.sightline.policy..",
                    "dev.sightline.engagement..",
                    "dev.sightline.metrics..",
                    "dev.sightline.logs..",
                    "dev.sightline.tracing..",
                    "dev.sightline.ranking..",
                    "dev.sightline.inference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sightline.ingest..",
                    "dev.sightline.worker..",
                    "dev.sightline.indexer..",
                    "dev.sightline.blender..",
                    "dev.sightline.feedback..",
                    "dev.sightline.lab..",
                    "dev.sightline.infra..",
                    "dev.sightline.local..")
            .because("what is shared is used by the stages and never the other way round");

    @ArchTest
    static final ArchRule DEPLOYABLES_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "dev.sightline.(ingest|worker|indexer|feedback|blender|infra|opensearch)..")
            .should()
            .notDependOnEachOther()
            .because("they meet in events and HTTP only, so that each is deployed alone");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("dev.sightline.(**)").should().beFreeOfCycles().because("packages are read in one order");

    @ArchTest
    static final ArchRule TESTKIT_IS_FOR_TESTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sightline.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sightline.testkit..", "org.junit..", "org.assertj..", "net.jqwik..")
            .because("fakes and assertions must not reach a deployment");

    private ModuleRules() {}
}
