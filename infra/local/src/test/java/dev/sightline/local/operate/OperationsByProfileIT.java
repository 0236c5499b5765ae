package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The operations on a deployment that is known by an AWS profile only: LocalStack, as an account sees it. */
class OperationsByProfileIT {

    private static final String PROFILE = "sightline-it";

    @BeforeEach
    void writeProfile(@TempDir Path folder) throws IOException {
        RunningSystem system = TemporaryQueues.running();
        Path config = Files.writeString(folder.resolve("config"), """
                        [profile %s]
                        region = us-east-1
                        endpoint_url = %s
                        aws_access_key_id = test
                        aws_secret_access_key = test
                        """.formatted(PROFILE, system.awsEndpoint()));
        System.setProperty("aws.configFile", config.toString());
    }

    @AfterEach
    void forgetProfile() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.profile");
        System.clearProperty("aws.region");
    }

    @Test
    void operations_byProfile_workAsOnThisMachine() {
        SiteOptions options = CommandLine.populateCommand(new SiteOptions(), "--profile", PROFILE);
        Console console = new Console(
                new PrintStream(PrintStream.nullOutputStream()),
                new PrintStream(PrintStream.nullOutputStream()),
                false);
        try (Site site = options.open(console)) {
            assertThat(site.output(OutputNames.INDEX_QUEUE_URL))
                    .isEqualTo(TemporaryQueues.running().output(OutputNames.INDEX_QUEUE_URL));
            PauseSwitch pauses = new PauseSwitch(site);
            assertThat(pauses.pause(QueuedStage.INDEX)).isTrue();
            assertThat(new PipelineWatch(site, Clock.systemUTC()).report().queues())
                    .extracting(QueueReport::paused)
                    .containsExactly(false, false, true, false, false);
            assertThat(pauses.resume(QueuedStage.INDEX)).isTrue();
            assertThat(new Redrive(site, RedriveMode.DRY_RUN, reason -> true, Clock.systemUTC())
                            .redrive(QueuedStage.INDEX, progress -> {})
                            .refused())
                    .isZero();
        }
    }
}
