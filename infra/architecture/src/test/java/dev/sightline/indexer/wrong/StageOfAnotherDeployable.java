package dev.sightline.indexer.wrong;

import dev.sightline.ingest.wrong.StageBefore;
import org.jspecify.annotations.Nullable;

public final class StageOfAnotherDeployable {

    @Nullable StageBefore back;
}
