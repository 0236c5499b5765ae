package dev.sightline.blender.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.engagement.UserHash;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventJson;
import dev.sightline.events.EventsReported;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIntakeTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final UserHash USERS = new UserHash(() -> new byte[] {1});
    private static final String QUERY = Fixtures.aSignature(1).hex();
    private static final int SQS_LIMIT = 256 * 1024;

    private final RecordingEventQueue<EngagementMessage> queue = new RecordingEventQueue<>();
    private final EventIntake intake = new EventIntake(queue, USERS, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));

    @Test
    void accept_validEvent_isQueuedWithTheHashOfItsUser() {
        EventsAnswer answer = intake.accept(new EventsBody(List.of(event("e1"))));

        assertThat(answer).isEqualTo(new EventsAnswer(1, List.of()));
        assertThat(sent())
                .containsExactly(new EngagementEvent(
                        "e1",
                        EngagementKind.LONG_CLICK,
                        "request-1",
                        QUERY,
                        Fixtures.aSignature(2),
                        3,
                        "web",
                        USERS.of("ann@example.org"),
                        Fixtures.NOW.minusSeconds(5),
                        Fixtures.NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eventId", "kind", "requestId", "query", "imageId", "rank", "platform", "user", "occurredAt"})
    void accept_fieldMissing_rejectsTheEventAndNamesIt(String field) {
        ObjectNode event = event("e1");
        event.remove(field);

        assertThat(rejection(event).reason()).isEqualTo("expected %s, got none".formatted(field));
        assertThat(queue.sent()).isEmpty();
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("eventId", JSON.textNode("a b"), "got 'a b'"),
                arguments("kind", JSON.textNode("like"), "close-up, click, long-click, save, hide, crop, got 'like'"),
                arguments("requestId", JSON.textNode(""), "expected requestId"),
                arguments("query", JSON.textNode("cat"), "got 'cat'"),
                arguments("imageId", JSON.textNode("src-1"), "got 'src-1'"),
                arguments("rank", JSON.numberNode(0), "rank in 1..1000, got 0"),
                arguments("rank", JSON.numberNode(1001), "got 1001"),
                arguments("rank", JSON.textNode("first"), "unexpected type of value in 'rank'"),
                arguments("rank", JSON.numberNode(1.5), "unexpected type of value in 'rank'"),
                arguments("platform", JSON.textNode("Web"), "got 'Web'"),
                arguments("user", JSON.textNode(""), "1..128 characters, got 0"),
                arguments("user", JSON.objectNode(), "unexpected type of value in 'user'"),
                arguments("occurredAt", JSON.textNode("yesterday"), "got 'yesterday'"),
                arguments("colour", JSON.textNode("red"), "unknown field 'colour'"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void accept_fieldWrong_rejectsTheEventWithBothSides(String field, JsonNode value, String reason) {
        assertThat(rejection(event("e1").set(field, value)).reason()).contains(reason);
    }

    @Test
    void accept_userTooLong_isRejectedWithoutNamingTheUser() {
        String user = "u".repeat(129);

        assertThat(rejection(event("e1").put("user", user)).reason())
                .contains("got 129")
                .doesNotContain(user);
    }

    @Test
    void accept_oneWrongAmongMany_takesTheOthers() {
        List<JsonNode> events = new ArrayList<>(List.of(event("e1"), event("e2").put("rank", 0), event("e3")));
        events.add(null);
        events.add(event("bad id"));

        EventsAnswer answer = intake.accept(new EventsBody(Collections.unmodifiableList(events)));

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.rejected()).extracting(RejectedEvent::index).containsExactly(1, 3, 4);
        assertThat(answer.rejected()).extracting(RejectedEvent::eventId).containsExactly("e2", null, null);
        assertThat(sent()).extracting(EngagementEvent::eventId).containsExactly("e1", "e3");
    }

    @Test
    void accept_timesAtTheLimits_areAccepted() {
        Duration week = Duration.ofDays(7);
        assertThat(accepted(Fixtures.NOW.minus(week))).isOne();
        assertThat(accepted(Fixtures.NOW.plusSeconds(300))).isOne();
        assertThat(accepted(Fixtures.NOW.minus(week).minusMillis(1))).isZero();
        assertThat(accepted(Fixtures.NOW.plusSeconds(300).plusMillis(1))).isZero();
    }

    @Test
    void accept_queryId_isAccepted() {
        ObjectNode event = event("e1").put("query", "qry-" + "0".repeat(44));

        assertThat(intake.accept(new EventsBody(List.of(event))).accepted()).isOne();
    }

    @Test
    void accept_largestReport_fitsTheLimitOfEveryMessageAndKeepsTheOrder() {
        List<JsonNode> events = IntStream.range(0, EventIntake.MAX_EVENTS)
                .<JsonNode>mapToObj(i -> event("%064d".formatted(i))
                        .put("requestId", "r".repeat(128))
                        .put("platform", "p".repeat(20)))
                .toList();

        assertThat(intake.accept(new EventsBody(events)).accepted()).isEqualTo(events.size());

        assertThat(queue.sent())
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(EventJson.write(message).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(SQS_LIMIT));
        assertThat(sent()).extracting(EngagementEvent::eventId).isSorted().hasSize(events.size());
    }

    @Test
    void accept_noneOrTooManyEvents_isRefused() {
        assertRefused(new EventsBody(null), ErrorCode.INVALID_REQUEST, "1..500 events, got none");
        assertRefused(new EventsBody(List.of()), ErrorCode.INVALID_REQUEST, "got 0");
        assertRefused(
                new EventsBody(Collections.nCopies(501, event("e1"))),
                ErrorCode.INVALID_REQUEST,
                "1..500 events, got 501");
    }

    @Test
    void accept_queueRefuses_failsTheReport() {
        queue.refuse(0);

        assertRefused(new EventsBody(List.of(event("e1"))), ErrorCode.STORAGE_UNAVAILABLE, "1 of 1 messages");
    }

    @Test
    void accept_saltUnreadable_failsTheReportInsteadOfRejectingItsEvents() {
        UserHash unreadable = new UserHash(() -> {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "no secret");
        });
        EventIntake saltless = new EventIntake(queue, unreadable, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> saltless.accept(new EventsBody(List.of(event("e1")))))
                .isInstanceOf(SightlineException.class)
                .hasMessage("no secret");
        assertThat(queue.sent()).isEmpty();
    }

    private RejectedEvent rejection(JsonNode event) {
        List<RejectedEvent> rejected =
                intake.accept(new EventsBody(List.of(event))).rejected();
        assertThat(rejected).hasSize(1);
        return rejected.getFirst();
    }

    private int accepted(Instant occurredAt) {
        ObjectNode event = event("e1").put("occurredAt", occurredAt.toString());
        return intake.accept(new EventsBody(List.of(event))).accepted();
    }

    private void assertRefused(EventsBody body, ErrorCode code, String message) {
        assertThatThrownBy(() -> intake.accept(body))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private List<EngagementEvent> sent() {
        return queue.sent().stream()
                .flatMap(message -> ((EventsReported) message).events().stream())
                .toList();
    }

    private static ObjectNode event(String id) {
        return JSON.objectNode()
                .put("eventId", id)
                .put("kind", "long-click")
                .put("requestId", "request-1")
                .put("query", QUERY)
                .put("imageId", Fixtures.aSignature(2).hex())
                .put("rank", 3)
                .put("platform", "web")
                .put("user", "ann@example.org")
                .put("occurredAt", Fixtures.NOW.minusSeconds(5).toString());
    }
}
