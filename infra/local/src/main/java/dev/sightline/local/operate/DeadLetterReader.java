package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventJson;
import dev.sightline.events.EventsReported;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.operate.DeadLetter.Fate;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tells what a dead letter is about, and why it was given up, from its body and from what is recorded of its source. */
final class DeadLetterReader {

    /** No message that the queue's stage can read. */
    static final String UNREADABLE = "unreadable";
    /** A newer version of the key is known: the stages drop it. */
    static final String OVERTAKEN = "overtaken";
    /** Nothing is known of the key: the upload was never taken in. */
    static final String UNRECORDED = "unrecorded";
    /** A result for a key of which nothing is known: its tombstone was purged, and the result would bring back what is gone. */
    static final String FORGOTTEN = "forgotten";
    /** Not of a source: what pins say of an image could not be brought into the index. */
    static final String CATALOGUE = "catalogue";
    /** Not of a source: lines could not be added to the engagement log. */
    static final String LOG = "log";
    /** Not of a source: the engagement log could not be rolled up. */
    static final String ROLL_UP = "roll-up";
    /** Not of a source: the daily purge failed. */
    static final String PURGE = "purge";

    /** What the schedule's message holds. */
    private static final String ROLL_UP_DUE = "\"RollUpDue\"";

    private final SourceRegistry registry;

    DeadLetterReader(SourceRegistry registry) {
        this.registry = registry;
    }

    /** @throws SightlineException with {@code INDEX_UNAVAILABLE} if the sources cannot be read */
    DeadLetter read(QueuedStage stage, Message letter) {
        return switch (stage) {
            case INGEST ->
                readable(() -> sourceOfNotice(letter.body()))
                        .map(source -> explain(letter, source, UNRECORDED))
                        .orElseGet(() -> unreadable(letter));
            case ANALYSIS ->
                readable(() -> EventJson.read(letter.body(), AnalysisRequested.class))
                        .map(request -> explain(letter, request.source(), UNRECORDED))
                        .orElseGet(() -> unreadable(letter));
            case INDEX ->
                readable(() -> EventJson.read(letter.body(), IndexMessage.class))
                        .map(message -> explain(letter, message))
                        .orElseGet(() -> unreadable(letter));
            case ENGAGEMENT ->
                readable(() -> EventJson.read(letter.body(), EngagementMessage.class))
                        .map(message -> new DeadLetter(letter, LOG, about(message), Fate.REDRIVEN))
                        .orElseGet(() -> unreadable(letter));
            case ROLL_UP ->
                letter.body().contains(ROLL_UP_DUE)
                        ? new DeadLetter(letter, ROLL_UP, "", Fate.REDRIVEN)
                        : unreadable(letter);
        };
    }

    private static String about(EngagementMessage message) {
        return switch (message) {
            case EventsReported reported ->
                "%d events".formatted(reported.events().size());
            case AnswerServed answer -> "answer " + answer.requestId();
        };
    }

    private DeadLetter explain(Message letter, IndexMessage message) {
        return switch (message) {
            case IndexEvent event -> explain(letter, event.source(), ofUnknownKey(event));
            case CatalogueChanged changed -> new DeadLetter(letter, CATALOGUE, changed.key(), Fate.REDRIVEN);
            case PurgeDue _ -> new DeadLetter(letter, PURGE, "", Fate.REDRIVEN);
        };
    }

    /** Ingest records a key before it asks for the analysis; what it reports itself may be the first of a key. */
    private static String ofUnknownKey(IndexEvent event) {
        return switch (event) {
            case ImageAnalyzed _, AnalysisFailed _ -> FORGOTTEN;
            case ImageRejected _, ImageRemoved _ -> UNRECORDED;
        };
    }

    private DeadLetter explain(Message letter, SourceVersion version, String ofUnknownKey) {
        String reason = registry.find(version.id())
                .map(source -> reason(source, version))
                .orElse(ofUnknownKey);
        Fate fate = reason.equals(FORGOTTEN) ? Fate.USELESS : Fate.REDRIVEN;
        return new DeadLetter(letter, reason, version.key(), fate);
    }

    private static String reason(Source source, SourceVersion version) {
        if (source.version().sequencer().compareTo(version.sequencer()) > 0) {
            return OVERTAKEN;
        }
        return Optional.ofNullable(source.reason())
                .map(ErrorCode::slug)
                .orElseGet(() -> source.state().slug());
    }

    private static DeadLetter unreadable(Message letter) {
        return new DeadLetter(letter, UNREADABLE, "message " + letter.messageId(), Fate.USELESS);
    }

    private static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (SightlineException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SourceVersion sourceOfNotice(String body) {
        JsonNode event = EventJson.read(body, JsonNode.class);
        return new SourceVersion(
                event.at("/detail/bucket/name").asText(),
                event.at("/detail/object/key").asText(),
                new Sequencer(event.at("/detail/object/sequencer").asText()));
    }
}
