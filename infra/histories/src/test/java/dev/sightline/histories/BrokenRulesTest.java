package dev.sightline.histories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The net can catch: each rule, once broken, is found by the histories of messages that {@link HistoriesTest} runs, and shown in few
 * steps.
 *
 * <p>This is what a failure of {@link HistoriesTest} looks like, here of {@link BrokenRules#NO_LOOK_AFTER_THE_WRITE}. Two indexers overlap:
 * the one that looked first writes last, and without a second look nobody notices that the key is gone.
 *
 * <pre>
 *  1. put a.jpg: red
 *  2. ingest gets message 0
 *       ingest#1 gets ingest-1 = Object Created a.jpg 000180, receive 1
 *       ingest#1 1. SourceRegistry.record
 *       ingest#1 2. EventQueue.send
 *  3. at the same time, turns []: worker gets message 0 | delete a.jpg
 *       worker#2 gets worker-1 = AnalysisRequested a.jpg 000180, receive 1
 *       worker#2 1. ImageStore.read
 *       worker#2 2. FeatureStore.find
 *       worker#2 3. FeatureStore.save
 *       worker#2 4. ImageStore.etag
 *       worker#2 5. EventQueue.send
 *  4. ingest gets message 0
 *       ingest#3 gets ingest-2 = Object Deleted a.jpg 0002, receive 1
 *       ingest#3 1. EventQueue.send
 *  5. at the same time, turns [2, 0, 0, 1, 1, 1]: indexer gets 2 messages from 0 | indexer gets message 0 | the queue of indexer copies message 0
 *       indexer has two of indexer-1 = ImageAnalyzed a.jpg 000180, receive 0
 *       indexer#4 gets indexer-1 = ImageAnalyzed a.jpg 000180, receive 1
 *       indexer#4 gets indexer-2 = ImageRemoved a.jpg 0002, receive 1
 *       indexer#4 1. SourceRegistry.record
 *       indexer#5 gets indexer-1 = ImageAnalyzed a.jpg 000180, receive 2
 *       indexer#5 1. SourceRegistry.record
 *       indexer#5 2. SourceRegistry.liveSources
 *       indexer#4 2. SourceRegistry.record
 *       indexer#4 3. SourceRegistry.liveSources
 *       indexer#4 4. ImageIndex.delete
 *       indexer#4 5. SourceRegistry.settle
 *       indexer#5 3. FeatureStore.find
 *       indexer#5 4. ImageIndex.write
 *  6. the rest, OLDEST_FIRST
 * At the end:
 *       keys of red: expected [], got [a.jpg]
 *       objects of red: expected 0, got 1
 *       documents: expected Sizes[images=0, objects=0], got Sizes[images=1, objects=1]
 * </pre>
 */
class BrokenRulesTest {

    private static final long SEED = 20260102;
    private static final int TRIES = 10_000;
    private static final int SHORT = 10;

    @ParameterizedTest
    @EnumSource
    void search_withABrokenRule_findsAShortHistory(BrokenRules broken) {
        History found = HistorySearch.failing(
                        history -> Replay.differences(history, broken).isEmpty(), SEED, TRIES)
                .orElseThrow();

        String told = Replay.told(found, broken);
        assertThat(found.steps()).as(told).hasSizeLessThanOrEqualTo(SHORT);
        assertThat(Replay.differences(found, new Rules() {})).as(told).isEmpty();
    }
}
