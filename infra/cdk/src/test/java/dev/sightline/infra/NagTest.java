package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;

/** What cdk-nag's pack AwsSolutions finds in the example deployments: nothing that has no written reason. */
class NagTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void deployments_always_haveNoUnexplainedFinding(String name) throws IOException {
        check(Deployments.made(name, Map.of()));
    }

    private static void check(Deployments deployment) throws IOException {
        Aspects.of(deployment.app()).add(new AwsSolutionsChecks());
        deployment.app().synth();

        try (Stream<Path> files = Files.list(Path.of(deployment.app().getOutdir()))) {
            List<Path> reports = files.filter(file -> file.toString().endsWith("NagReport.csv"))
                    .toList();
            assertThat(reports).hasSize(9);
            assertThat(reports.stream().flatMap(NagTest::lines).filter(line -> line.contains("\"Compliant\"")))
                    .hasSizeGreaterThan(100);
            assertThat(reports.stream().flatMap(NagTest::lines).filter(line -> line.contains("\"Non-Compliant\"")))
                    .isEmpty();
        }
    }

    @Test
    void collectors_ofSpans_bringNoUnexplainedFinding() throws IOException {
        check(Deployments.made("prod", Deployments.COLLECTORS));
    }

    private static Stream<String> lines(Path report) {
        try {
            return Files.readAllLines(report).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
