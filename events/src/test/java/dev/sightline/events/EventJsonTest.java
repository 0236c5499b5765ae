package dev.sightline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final SourceVersion SOURCE = new SourceVersion("images", "a b/é+.png", new Sequencer("0A"));
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void write_indexEvent_namesItsTypeAndKeepsTheKeyVerbatim() {
        assertThat(EventJson.write(new ImageRemoved(SOURCE, AT)))
                .isEqualTo(
                        "{\"type\":\"ImageRemoved\",\"source\":{\"bucket\":\"images\",\"key\":\"a b/é+.png\",\"sequencer\":\"0A\"},"
                                + "\"removedAt\":\"2026-01-02T03:04:05Z\"}");
    }

    @Test
    void read_indexEvent_givesTheEventOfItsType() {
        IndexEvent event = new ImageRejected(SOURCE, ErrorCode.EMPTY_IMAGE, "expected bytes, got none", AT);
        assertThat(EventJson.read(EventJson.write(event), IndexEvent.class)).isEqualTo(event);
    }

    @Test
    void read_purgeDue_isAMessageOfTheIndexQueueThatSpeaksOfNoSource() {
        String json = EventJson.write(new PurgeDue());
        assertThat(json).isEqualTo("{\"type\":\"PurgeDue\"}");
        assertThat(EventJson.read(json, IndexMessage.class)).isEqualTo(new PurgeDue());
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> EventJson.read(json, IndexEvent.class))
                .withMessageContaining("PurgeDue");
    }

    @Test
    void write_embedding_isBase64LittleEndianFloatsAndPackedBits() {
        Embedding embedding = new Embedding(
                DenseEmbedding.ofUnit(new float[] {1, 0}), BinaryEmbedding.ofPacked(new byte[] {(byte) 0x80}));
        // 1.0f is 00 00 80 3F in little-endian order
        assertThat(EventJson.write(embedding)).isEqualTo("{\"dense\":\"AACAPwAAAAA=\",\"binary\":\"gA==\"}");
    }

    @Test
    void read_whatWasWritten_isExact() {
        float[] raw = {0.1f, 0.7f, -0.3f, 1e-20f};
        DenseEmbedding dense = DenseEmbedding.normalized(raw);
        assertThat(EventJson.read(EventJson.write(dense), DenseEmbedding.class)).isEqualTo(dense);
        NormalizedBox box = new NormalizedBox(0.1, 0.7, 0.2, 0.3);
        assertThat(EventJson.read(EventJson.write(box), NormalizedBox.class)).isEqualTo(box);
    }

    @Test
    void read_modelSetWithoutLabels_isOneOfBeforeLabelSetsHadNames() {
        ModelRef part = ModelRef.builtIn("part", "1", "");
        ModelSet before = new ModelSet(part, part, part, null, 8, 8);

        String json = EventJson.write(before);

        assertThat(json).doesNotContain("labels");
        assertThat(EventJson.read(json, ModelSet.class)).isEqualTo(before);
    }

    @Test
    void read_modelSetWithoutAnotherPart_namesIt() {
        ModelRef part = ModelRef.builtIn("part", "1", "");
        String json = EventJson.write(new ModelSet(part, part, part, part, 8, 8));

        assertRefusedModelSet(json.replace("\"bits\":8", "\"bits\":7"), "got 8 and 7");
        assertRefusedModelSet(json.replace("\"bits\"", "\"bytes\""), "'bits'");
        assertRefusedModelSet(json.replace("\"detector\"", "\"finder\""), "'detector'");
        assertRefusedModelSet("[1]", "'detector'");
    }

    @Test
    void read_frameWithoutNumber_isTheFirst() {
        Frame third = new Frame("gif", 4, 3, 2);
        assertThat(EventJson.read(EventJson.write(third), Frame.class)).isEqualTo(third);

        String before = "{\"format\":\"gif\",\"width\":4,\"height\":3}";
        assertThat(EventJson.read(before, Frame.class)).isEqualTo(new Frame("gif", 4, 3));
    }

    @Test
    void read_frameWithoutSizeOrOutOfRange_namesIt() {
        assertRefusedFrame("{\"format\":\"gif\",\"width\":4}", "'height'");
        assertRefusedFrame("{\"format\":\"gif\",\"width\":4,\"height\":3,\"number\":-1}", "4 x 3 and -1");
        assertRefusedFrame("{\"format\":\"gif\",\"width\":0,\"height\":3}", "0 x 3 and 0");
    }

    private static void assertRefusedFrame(String json, String what) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> EventJson.read(json, Frame.class))
                .withMessageContaining(what);
    }

    private static void assertRefusedModelSet(String json, String what) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> EventJson.read(json, ModelSet.class))
                .withMessageContaining(what)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void read_missingField_isAnInvalidRequestThatNamesIt() {
        assertInvalid("{\"source\":{\"bucket\":\"b\",\"key\":\"k\",\"sequencer\":\"0\"}}", "removedAt");
        assertInvalid("{\"removedAt\":\"2026-01-02T03:04:05Z\",\"source\":null}", "source");
    }

    @Test
    void read_brokenOrForeignText_isAnInvalidRequest() {
        assertInvalid("", "ImageRemoved");
        assertInvalid("{\"type\":\"SomethingElse\"}", "SomethingElse");
        assertInvalid("[1]", "ImageRemoved");
    }

    @Test
    void read_vectorOfHalfAFloat_isAnInvalidRequest() {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> EventJson.read("\"AACAPwA=\"", DenseEmbedding.class))
                .withMessageContaining("expected whole floats, got 5 bytes");
    }

    @Test
    void sourceId_ofKey_isTheHashOfTheKey() {
        assertThat(SOURCE.id()).isEqualTo(SourceId.ofKey("a b/é+.png")).isNotEqualTo(SourceId.ofKey("a+b/é+.png"));
        assertThat(SourceId.matches(SOURCE.id().value())).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceId("src-1"));
    }

    @Test
    void records_outsideTheirRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnalysisRequested(SOURCE, "etag", -1, AT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame("png", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceVersion("b", "", new Sequencer("0")));
    }

    private static void assertInvalid(String json, String what) {
        String typed = json.contains("type") ? json : json.replaceFirst("\\{", "{\"type\":\"ImageRemoved\",");
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> EventJson.read(typed, ImageRemoved.class))
                .withMessageContaining(what)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
}
