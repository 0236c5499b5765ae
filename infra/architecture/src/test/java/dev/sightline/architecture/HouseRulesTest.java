package dev.sightline.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** All modules keep the house rules. */
@AnalyzeClasses(
        packages = "dev.sightline",
        importOptions = {DoNotIncludeTests.class, HouseRulesTest.DoNotIncludeGenerated.class})
final class HouseRulesTest {

    @ArchTest
    static final ArchTests MODULES = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchTests STAGES = ArchTests.in(StageRules.class);

    @ArchTest
    static final ArchTests TECHNOLOGY = ArchTests.in(TechnologyRules.class);

    @ArchTest
    static final ArchTests SURROUNDINGS = ArchTests.in(SurroundingsRules.class);

    @ArchTest
    static final ArchTests NAMES = ArchTests.in(NameRules.class);

    @ArchTest
    static final ArchTests ABSENCE = ArchTests.in(AbsenceRules.class);

    /** Leaves out what JMH makes of benchmarks. */
    static final class DoNotIncludeGenerated implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/jmh_generated/");
        }
    }
}
