package dev.sightline.lab.ranker;

import dev.sightline.ranking.RankingModel;
import java.util.List;

/** A way to fit a ranker to pairs. Same pairs, same ranker. */
public interface RankerTraining {

    /** For reports. */
    String name();

    /**
     * Fits a ranker.
     *
     * @param version its name in documents
     */
    RankingModel train(List<RankedPair> pairs, String version);
}
