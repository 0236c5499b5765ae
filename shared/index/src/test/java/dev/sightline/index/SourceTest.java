package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final ImageSignature FIRST = ImageSignature.of(new byte[] {1});
    private static final ImageSignature SECOND = ImageSignature.of(new byte[] {2});

    @Test
    void after_anOlderEvent_isEmpty() {
        Source removed = Source.removed(version("0B"), NOW);

        assertThat(removed.after(Source.pending(version("0A"), "etag", NOW))).isEmpty();
    }

    @Test
    void after_aSequencerOfAnotherLength_comparesPadded() {
        Source older = Source.removed(version("0A"), NOW);
        Source sameNumber = Source.removed(version("0A00"), NOW.plusSeconds(1));
        Source newer = Source.pending(version("0A01"), "etag", NOW);

        assertThat(older.after(sameNumber)).contains(older);
        assertThat(older.after(newer)).contains(newer);
        assertThat(newer.after(older)).isEmpty();
    }

    @Test
    void after_aPendingReplacement_keepsTheImageAndItsModelSet() {
        Source pending = indexed("0A", FIRST)
                .after(Source.pending(version("0B"), "etag", NOW))
                .orElseThrow();

        assertThat(pending.state()).isEqualTo(SourceState.PENDING);
        assertThat(pending.liveSignature()).contains(FIRST);
        assertThat(pending.modelSet()).isEqualTo(new ModelSetId("m-1"));
        assertThat(pending.released()).isEmpty();
    }

    @Test
    void after_aFailureOfTheSameVersion_keepsTheResult() {
        Source indexed = indexed("0A", FIRST);

        assertThat(indexed.after(Source.failed(version("0A"), ErrorCode.DEFECT, "late", NOW)))
                .contains(indexed);
    }

    @Test
    void after_aReplacementByTheSameBytes_releasesNothing() {
        Source replaced = indexed("0A", FIRST).after(indexed("0B", FIRST)).orElseThrow();

        assertThat(replaced).isEqualTo(indexed("0B", FIRST));
    }

    @Test
    void after_theReturnOfReleasedBytes_keepsBothReleasesForTheirEvents() {
        Source back = indexed("0A", FIRST)
                .after(indexed("0B", SECOND))
                .flatMap(source -> source.after(indexed("0C", FIRST)))
                .orElseThrow();

        Release byTheSecond = new Release(FIRST, new Sequencer("0B"), SourceState.INDEXED);
        Release byTheThird = new Release(SECOND, new Sequencer("0C"), SourceState.INDEXED);
        assertThat(back.released()).containsExactlyInAnyOrder(byTheSecond, byTheThird);
        assertThat(back.releasedBy(indexed("0B", SECOND))).containsExactly(byTheSecond);
        assertThat(back.settled(Set.of(byTheSecond)).released()).containsExactly(byTheThird);
    }

    @Test
    void constructor_withSignatureWithoutModelSet_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Source(version("0A"), "", SourceState.INDEXED, FIRST, Set.of(), null, "", null, NOW, NOW))
                .withMessageContaining(FIRST.hex());
    }

    @Test
    void document_isReadAsItWasWritten() {
        Source source = new Source(
                version("0A"),
                "etag",
                SourceState.FAILED,
                FIRST,
                Set.of(new Release(SECOND, new Sequencer("09"), SourceState.INDEXED)),
                ErrorCode.BROKEN_IMAGE,
                "why",
                new ModelSetId("m-1"),
                NOW,
                NOW.minusSeconds(1));
        Source bare = Source.removed(version("0A"), NOW);

        assertThat(SourceDocument.read(SourceDocument.write(source))).isEqualTo(source);
        assertThat(SourceDocument.read(SourceDocument.write(bare))).isEqualTo(bare);
    }

    private static SourceVersion version(String sequencer) {
        return new SourceVersion("images", "a.jpg", new Sequencer(sequencer));
    }

    private static Source indexed(String sequencer, ImageSignature signature) {
        return Source.indexed(version(sequencer), signature, new ModelSetId("m-1"), NOW);
    }
}
