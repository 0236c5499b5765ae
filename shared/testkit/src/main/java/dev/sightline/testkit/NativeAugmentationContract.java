package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every function hands to {@code native-image}: a native-mode augmentation with a recording stub. It shows that the build gets as
 * far as GraalVM and that nothing is left out of what it is given; nothing is compiled, and whether it compiles and runs stays open.
 */
public abstract class NativeAugmentationContract {

    private NativeRecording recording;

    /** What the function reads and writes as JSON: messages, records, bodies and answers, without what they hold. */
    protected abstract Collection<? extends Type> json();

    /** Further classes of which the function looks at constructors, methods or fields. */
    protected Set<String> lookedAt() {
        return Set.of();
    }

    /** Whether the function sends spans, whose exporter looks for its sender as a service. */
    protected boolean sendsSpans() {
        return true;
    }

    /** Entries of the class path that the function opens itself. */
    protected Set<String> resources() {
        return Set.of();
    }

    @BeforeEach
    final void readTheRecording() throws IOException {
        recording = NativeRecording.read(Path.of("target/native-augmentation"));
    }

    @Test
    final void arguments_ofTheBuild_linkAtBuildTimeWithoutAFallback() {
        assertThat(recording.arguments()).contains("--no-fallback", "--link-at-build-time", "-jar");
    }

    @Test
    final void arguments_ofTheBuild_haveHttps() {
        assertThat(recording.arguments()).contains("--enable-url-protocols=http,https");
    }

    @Test
    final void registrations_ofJson_leaveOutNothing() {
        assertThat(JsonClosure.of(json()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(recording.registersAllOf(name))
                        .as("%s is registered for reflection", name)
                        .isTrue());
    }

    @Test
    final void registrations_ofWhatIsLookedAt_leaveOutNothing() {
        assertThat(lookedAt())
                .allSatisfy(name -> assertThat(recording.registersAllOf(name))
                        .as("%s is registered for reflection", name)
                        .isTrue());
    }

    @Test
    final void resources_thatAreOpened_areThereAndIncluded() {
        assertThat(resources()).allSatisfy(name -> {
            assertThat(recording.isOnClassPath(name))
                    .as("%s is on the class path", name)
                    .isTrue();
            assertThat(recording.includesResource(name))
                    .as("%s is included", name)
                    .isTrue();
        });
    }

    @Test
    final void sender_ofSpans_isRegisteredAsAService() {
        String provider = "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider";
        String service = "META-INF/services/io.opentelemetry.sdk.common.export.HttpSenderProvider";
        assertThat(recording.registersConstructorOf(provider)).isEqualTo(sendsSpans());
        assertThat(recording.isOnClassPath(service) && recording.includesResource(service))
                .isEqualTo(sendsSpans());
    }

    /** The AWS SDK and the client of OpenSearch name optional classes, which linking at build time would look for. */
    @Test
    final void classPath_ofTheBuild_hasTheSubstitutions() {
        assertThat(Set.of(
                        "dev/sightline/queue/AwsSubstitutions$ChecksumsWithoutCrt.class",
                        "dev/sightline/index/OpenSearchSubstitutions$NoBrotli.class",
                        "dev/sightline/index/OpenSearchSubstitutions$NoZstandard.class"))
                .allMatch(recording::isOnClassPath);
    }

    /** Quarkus turns off GraalVM's own look at services, so a provider has to be registered. The client of OpenSearch asks for this one. */
    @Test
    final void services_thatTheLibrariesLoad_areRegistered() {
        assertThat(recording.registersConstructorOf("org.eclipse.parsson.JsonProviderImpl"))
                .isTrue();
    }
}
