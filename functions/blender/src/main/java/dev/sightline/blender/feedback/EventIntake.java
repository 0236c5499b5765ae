package dev.sightline.blender.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.blender.problem.JsonMistake;
import dev.sightline.blender.problem.ShownText;
import dev.sightline.engagement.UserHash;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventsReported;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports of events. Each event is judged by itself, and the valid ones are in the queue before the client hears of it. A report that
 * could not be queued whole is refused whole: the client sends it again, and what was queued already counts once, by its event id. Safe for
 * all threads.
 */
public final class EventIntake {

    static final int MAX_EVENTS = 500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final EventQueue<EngagementMessage> queue;
    private final EventCheck check;
    private final Clock clock;

    public EventIntake(EventQueue<EngagementMessage> queue, UserHash users, Clock clock) {
        this.queue = queue;
        this.check = new EventCheck(users);
        this.clock = clock;
    }

    /**
     * Queues the valid events of a report.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if there are none or too many events, with {@link
     *     ErrorCode#STORAGE_UNAVAILABLE} if the salt could not be read or not all valid events be queued
     */
    public EventsAnswer accept(EventsBody body) {
        List<@Nullable JsonNode> events = required(body.events());
        Instant now = clock.instant();
        List<EngagementEvent> accepted = new ArrayList<>();
        List<RejectedEvent> rejected = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            try {
                accepted.add(check.check(read(events.get(i)), now));
            } catch (SightlineException e) {
                rejected.add(rejected(i, events.get(i), e));
            }
        }
        send(EventPacking.pack(accepted));
        return new EventsAnswer(accepted.size(), rejected);
    }

    private static List<@Nullable JsonNode> required(@Nullable List<@Nullable JsonNode> events) {
        if (events == null || events.isEmpty() || events.size() > MAX_EVENTS) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected 1..%d events, got %s".formatted(MAX_EVENTS, events == null ? "none" : events.size()));
        }
        return events;
    }

    private static EventBody read(@Nullable JsonNode event) {
        if (event == null || !event.isObject()) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "expected a JSON object, got something else");
        }
        try {
            return JSON.treeToValue(event, EventBody.class);
        } catch (JsonProcessingException e) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, JsonMistake.describe(e), e);
        }
    }

    private static RejectedEvent rejected(int index, @Nullable JsonNode event, SightlineException e) {
        if (e.code() != ErrorCode.INVALID_REQUEST) {
            throw e;
        }
        return new RejectedEvent(index, idOf(event), ShownText.of(String.valueOf(e.getMessage())));
    }

    private static @Nullable String idOf(@Nullable JsonNode event) {
        String id = event == null ? "" : event.path("eventId").asText();
        return id.matches(EventCheck.EVENT_ID) ? id : null;
    }

    private void send(List<EventsReported> messages) {
        Map<Integer, SightlineException> refused = queue.send(List.copyOf(messages));
        if (!refused.isEmpty()) {
            SightlineException reason = refused.values().iterator().next();
            throw new SightlineException(
                    reason.code(),
                    "expected all events to be queued, %d of %d messages were not; send the report again, each event counts once"
                            .formatted(refused.size(), messages.size()),
                    reason);
        }
    }
}
