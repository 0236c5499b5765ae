package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worker while the system is switched to another model set. */
class NextModelSetTest {

    private static final byte[] PICTURE = Pictures.png(0x102030);
    private static final ImageSignature SIGNATURE = ImageSignature.of(PICTURE);
    private static final ModelSet CURRENT = Fixtures.aModelSet();
    private static final ModelSet NEXT = Fixtures.aModelSet("2");

    private final WorkerFixture worker = new WorkerFixture();
    private final FakeModels next = new FakeModels(NEXT);
    private final AnalysisWork work = worker.work(List.of(worker.models, next));
    private final AnalysisRequested request = worker.upload("a.png", PICTURE);

    @Test
    void perform_withNewImage_storesBothRecordsAndTellsOfTheCurrentSet() {
        assertThat(work.perform(request)).isEqualTo(ImageOutcome.ANALYZED);

        assertThat(worker.features.find(CURRENT.id(), SIGNATURE)).isPresent();
        assertThat(worker.features.find(NEXT.id(), SIGNATURE))
                .hasValueSatisfying(
                        found -> assertThat(found.analysis().modelSet()).isEqualTo(NEXT));
        assertThat(worker.indexQueue.sent())
                .containsExactly(new ImageAnalyzed(request.source(), SIGNATURE, CURRENT, Fixtures.NOW));
    }

    @Test
    void perform_withNewImage_decodesItOnce() {
        work.perform(request);

        assertThat(worker.registry
                        .timer("sightline.worker.stage", "stage", "decode")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void perform_withImageOfTheCurrentSet_runsTheNextOnly() {
        worker.work().perform(request);

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.ANALYZED);

        assertThat(worker.models.runs()).isEqualTo(1);
        assertThat(next.runs()).isEqualTo(1);
    }

    @Test
    void perform_withImageOfBothSets_runsNone() {
        work.perform(request);

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REUSED);

        assertThat(worker.models.runs()).isEqualTo(1);
        assertThat(next.runs()).isEqualTo(1);
    }

    @Test
    void perform_withFailureOfTheNextSet_tellsOfTheCurrentOneAndIsWorthAnotherTry() {
        next.before(() -> {
            throw new IllegalStateException("the next model does not work");
        });

        assertThatThrownBy(() -> work.perform(request)).hasMessage("the next model does not work");

        assertThat(worker.indexQueue.sent())
                .containsExactly(new ImageAnalyzed(request.source(), SIGNATURE, CURRENT, Fixtures.NOW));
        next.before(() -> {});
        assertThat(work.perform(request)).isEqualTo(ImageOutcome.ANALYZED);
        assertThat(worker.features.find(NEXT.id(), SIGNATURE)).isPresent();
    }

    @Test
    void perform_withImageThatTheNextSetRejects_doesNotRejectIt() {
        worker.work().perform(request);
        next.before(() -> {
            throw new SightlineException(ErrorCode.BROKEN_IMAGE, "cut");
        });

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REUSED);

        assertThat(worker.indexQueue.sent()).hasSize(2).allMatch(ImageAnalyzed.class::isInstance);
    }

    @Test
    void requireDifferent_withTheCurrentSet_namesBoth() {
        LoadedModels.requireDifferent(CURRENT, NEXT);

        assertThatThrownBy(() -> LoadedModels.requireDifferent(CURRENT, Fixtures.aModelSet()))
                .hasMessageContainingAll("%1$s, got %1$s".formatted(CURRENT.id()), "SIGHTLINE_NEXT_");
    }
}
