package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Template;

/** The templates as files: cfn-lint reads them below {@code target/templates}. */
class TemplateFilesTest {

    private static final Path FOLDER = Path.of("target/templates");

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void templates_ofADeployment_areWritten(String name) throws IOException {
        write(name, Deployments.of(name).templates());

        assertThat(FOLDER.resolve(name)).isDirectoryContaining("glob:**SightlineGpuWorker.json");
    }

    @Test
    void templates_withNativeFunctionsAndAnExistingNetwork_areWritten() throws IOException {
        write(
                "native",
                Deployments.made(
                                "dev",
                                Map.of(
                                        "functions", "native",
                                        "vpcId", "vpc-0123456789abcdef0",
                                        "vpcSubnetIds", "subnet-0123456789abcdef1,subnet-0123456789abcdef2",
                                        "vpcZones", "eu-west-1a,eu-west-1b"))
                        .templates());

        assertThat(FOLDER.resolve("native")).isDirectoryContaining("glob:**SightlineNetwork.json");
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

    /** Neither time nor chance has a part in them: another name of a resource would replace it. */
    @Test
    void templates_ofTwoSyntheses_areEqual() throws IOException {
        Map<String, Template> again = Deployments.made("prod", Map.of()).templates();

        for (Map.Entry<String, Template> stack :
                Deployments.of("prod").templates().entrySet()) {
            assertThat(text(again.get(stack.getKey()))).as(stack.getKey()).isEqualTo(text(stack.getValue()));
        }
    }

    private static void write(String deployment, Map<String, Template> templates) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(deployment));
        for (Map.Entry<String, Template> stack : templates.entrySet()) {
            Files.writeString(folder.resolve(stack.getKey() + ".json"), text(stack.getValue()));
        }
    }

    private static String text(@Nullable Template template) throws JsonProcessingException {
        return JSON.writeValueAsString(Objects.requireNonNull(template).toJSON());
    }
}
