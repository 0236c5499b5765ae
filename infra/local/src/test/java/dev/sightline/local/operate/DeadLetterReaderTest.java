package dev.sightline.local.operate;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.anIndexEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.EventJson;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.local.operate.DeadLetter.Fate;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class DeadLetterReaderTest {

    private static final String KEY = "a b/é+.png";

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final DeadLetterReader reader = new DeadLetterReader(registry);

    @Test
    void read_requestOfFailedSource_givesTheRecordedReasonAndTheKey() {
        registry.record(Source.failed(version("0B"), ErrorCode.STORAGE_UNAVAILABLE, "", NOW));

        DeadLetter letter = reader.read(QueuedStage.ANALYSIS, request("0B"));

        assertThat(letter.reason()).isEqualTo("storage-unavailable");
        assertThat(letter.about()).isEqualTo(KEY);
        assertThat(letter.fate()).isEqualTo(Fate.REDRIVEN);
    }

    @Test
    void read_requestOfSourceWithoutReason_givesItsState() {
        registry.record(Source.pending(version("0B"), "etag", NOW));

        assertThat(reader.read(QueuedStage.ANALYSIS, request("0B")).reason()).isEqualTo("pending");
    }

    @Test
    void read_requestOfOlderVersion_isOvertaken() {
        registry.record(Source.failed(version("0C"), ErrorCode.DEFECT, "", NOW));

        assertThat(reader.read(QueuedStage.ANALYSIS, request("0B")).reason()).isEqualTo("overtaken");
    }

    @Test
    void read_noticeOfBucket_isReadAsItStands() {
        Message notice = message("""
                {"detail-type": "Object Created", "detail": {"bucket": {"name": "images"},
                 "object": {"key": "a b/é+.png", "size": 1, "etag": "e", "sequencer": "0B"}}}
                """);
        assertThat(reader.read(QueuedStage.INGEST, notice).reason()).isEqualTo("unrecorded");

        registry.record(Source.failed(version("0B"), ErrorCode.DEFECT, "", NOW));
        assertThat(reader.read(QueuedStage.INGEST, notice).reason()).isEqualTo("defect");
    }

    /** Its tombstone was purged: the result would bring back what is gone. */
    @Test
    void read_resultOfUnknownKey_isForgottenAndUseless() {
        for (Object event : new Object[] {
            anIndexEvent().withSource(version("0B")).analyzed(),
            anIndexEvent().withSource(version("0B")).failed(ErrorCode.DEFECT)
        }) {
            DeadLetter letter = reader.read(QueuedStage.INDEX, message(EventJson.write(event)));
            assertThat(letter.reason()).isEqualTo("forgotten");
            assertThat(letter.fate()).isEqualTo(Fate.USELESS);
        }
    }

    /** Ingest reports these itself, as the first that is heard of a key. */
    @Test
    void read_reportOfUnknownKey_isRedriven() {
        for (Object event : new Object[] {
            anIndexEvent().withSource(version("0B")).removed(),
            anIndexEvent().withSource(version("0B")).rejected(ErrorCode.EMPTY_IMAGE)
        }) {
            DeadLetter letter = reader.read(QueuedStage.INDEX, message(EventJson.write(event)));
            assertThat(letter.reason()).isEqualTo("unrecorded");
            assertThat(letter.fate()).isEqualTo(Fate.REDRIVEN);
        }
    }

    @Test
    void read_purge_isRedriven() {
        DeadLetter letter = reader.read(QueuedStage.INDEX, message(EventJson.write(new PurgeDue())));

        assertThat(letter.reason()).isEqualTo("purge");
        assertThat(letter.fate()).isEqualTo(Fate.REDRIVEN);
    }

    @Test
    void read_changeOfTheCatalogue_isRedrivenAndNamesTheKey() {
        DeadLetter letter =
                reader.read(QueuedStage.INDEX, message(EventJson.write(new CatalogueChanged("boards/b.json"))));

        assertThat(letter.reason()).isEqualTo("catalogue");
        assertThat(letter.about()).isEqualTo("boards/b.json");
        assertThat(letter.fate()).isEqualTo(Fate.REDRIVEN);
    }

    @Test
    void read_whatNoStageCanRead_isUnreadable() {
        for (QueuedStage stage : QueuedStage.values()) {
            for (String body : new String[] {"no JSON", "{}", "[1]", "{\"type\":\"ImageExploded\"}"}) {
                DeadLetter letter = reader.read(stage, message(body));
                assertThat(letter.reason()).as("%s of %s", body, stage).isEqualTo("unreadable");
                assertThat(letter.fate()).isEqualTo(Fate.USELESS);
                assertThat(letter.about()).isEqualTo("message m");
            }
        }
    }

    @Test
    void read_withSilentRegistry_isNotTakenForUnreadable() {
        registry.becomeUnavailable();

        assertThatThrownBy(() -> reader.read(QueuedStage.ANALYSIS, request("0B")))
                .isInstanceOf(SightlineException.class);
    }

    private static Message request(String sequencer) {
        return message(EventJson.write(
                Fixtures.anAnalysisRequested().withSource(version(sequencer)).build()));
    }

    private static SourceVersion version(String sequencer) {
        return Fixtures.aSourceVersion().withKey(KEY).withSequencer(sequencer).build();
    }

    private static Message message(String body) {
        return Message.builder().messageId("m").body(body).build();
    }
}
