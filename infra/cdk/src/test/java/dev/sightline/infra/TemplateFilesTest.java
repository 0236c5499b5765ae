package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Template;

/** The templates as files: cfn-lint reads them below {@code target/templates}. */
class TemplateFilesTest {

    private static final Path FOLDER = Path.of("target/templates");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void templates_ofADeployment_areWritten(String name) throws IOException {
        write(name, Deployments.of(name).templates());

        assertThat(FOLDER.resolve(name)).isDirectoryContaining("glob:**SightlineGpuWorker.json");
    }

    @Test
    void templates_withNativeFunctionsAndAnExistingNetwork_areWritten() throws IOException {
        write("native", Deployments.nativeInAnExistingNetwork().templates());

        assertThat(FOLDER.resolve("native")).isDirectoryContaining("glob:**SightlineNetwork.json");
    }

    @Test
    void templates_withCollectorsOfSpans_areWritten() throws IOException {
        write("traced", Deployments.traced().templates());

        assertThat(FOLDER.resolve("traced")).isDirectoryContaining("glob:**SightlineGpuWorker.json");
    }

    @Test
    void templates_forLocalStack_areWritten(@TempDir Path root) throws IOException {
        SightlineApp.Stacks stacks = SynthesizedStacks.below(root);
        Map<String, Template> templates = new TreeMap<>();
        templates.put("SightlineStorage", Template.fromStack(stacks.storage()));
        templates.put("SightlinePipeline", Template.fromStack(stacks.pipeline()));
        templates.put("SightlineEngagement", Template.fromStack(stacks.engagement()));
        templates.put("SightlineApi", Template.fromStack(stacks.api()));
        write("local", templates);

        assertThat(FOLDER.resolve("local")).isDirectoryContaining("glob:**SightlineApi.json");
    }

    /**
     * Neither time nor chance has a part in them: another name of a resource would replace it. By processes of their own, since the order of
     * Java's unordered maps is chance, but the same for the whole life of a process, and CDK sorts by numbers that grow with each app.
     */
    @Test
    void templates_ofTwoProcesses_areEqual(@TempDir Path first, @TempDir Path second)
            throws IOException, InterruptedException {
        Process one = synthesis(first);
        Process other = synthesis(second);

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        for (String stack : Deployments.of("prod").templates().keySet()) {
            assertThat(first.resolve(stack + ".json")).hasSameTextualContentAs(second.resolve(stack + ".json"));
        }
    }

    private static Process synthesis(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        classPath,
                        TemplateFiles.class.getName(),
                        "prod",
                        folder.toString())
                .inheritIO()
                .start();
    }

    private static void write(String deployment, Map<String, Template> templates) throws IOException {
        TemplateFiles.write(FOLDER.resolve(deployment), templates);
    }
}
