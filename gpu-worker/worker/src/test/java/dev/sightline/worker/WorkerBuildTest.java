package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.BuildVersion;
import dev.sightline.testkit.Fixtures;
import org.junit.jupiter.api.Test;

class WorkerBuildTest {

    private static final String REVISION = "0123456789abcdef0123456789abcdef01234567";

    /** Beside the JDK's own classes there is no file of our build. */
    private final BuildVersion unknown = BuildVersion.of(Object.class);

    private final BuildVersion ofThisModule = BuildVersion.of(WorkerBuild.class);

    @Test
    void of_aBuildThatSawNoCommit_isThatOfTheImage() {
        assertThat(WorkerBuild.of(unknown, REVISION).commit()).isEqualTo("0123456789ab");
    }

    @Test
    void of_anImageThatWasToldNone_isUnknown() {
        assertThat(WorkerBuild.of(unknown, BuildVersion.UNKNOWN)).isEqualTo(new WorkerBuild("unknown", "unknown"));
    }

    @Test
    void of_thisModule_hasTheVersionOfItsBuild() {
        assertThat(WorkerBuild.of(ofThisModule, BuildVersion.UNKNOWN))
                .isEqualTo(new WorkerBuild(ofThisModule.version(), ofThisModule.commit()));
        assertThat(ofThisModule.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void readiness_withModels_namesThemAndTheBuild() {
        ModelsReadiness readiness = new ModelsReadiness(Fixtures.aModelSet(), new WorkerBuild("1.2.3", "0123456789ab"));

        assertThat(readiness.call().getData().orElseThrow())
                .containsEntry("version", "1.2.3")
                .containsEntry("commit", "0123456789ab")
                .containsKey("modelSet");
    }
}
