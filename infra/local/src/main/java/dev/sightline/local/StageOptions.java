package dev.sightline.local;

import dev.sightline.local.operate.QueuedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stages are meant: all unless one is named. */
final class StageOptions {

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            converter = StageConverter.class,
            description = "only this one of " + QueuedStage.STAGES + " (default: all)")
    private @Nullable QueuedStage stage;

    List<QueuedStage> stages() {
        return stage == null ? QueuedStage.all() : List.of(stage);
    }
}
