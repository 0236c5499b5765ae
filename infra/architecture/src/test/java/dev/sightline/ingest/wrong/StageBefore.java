package dev.sightline.ingest.wrong;

import dev.sightline.indexer.wrong.StageOfAnotherDeployable;

public final class StageBefore {

    private final StageAfter after = new StageAfter();
    private final StageOfAnotherDeployable other = new StageOfAnotherDeployable();

    public int next() {
        return after.hashCode() + other.hashCode();
    }
}
