package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKeys;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventJson;
import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.storage.EngagementLog;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/** From the API through the queue and the function into the log. */
class EventsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SystemUnderTest system = new SystemUnderTest();
    private final Site site = Site.local(system.running());
    private final EngagementLog log = site.engagementLog();
    private final String run = UUID.randomUUID().toString();
    private final String user = "user-of-%s@example.org".formatted(run);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant yesterday = now.minus(Duration.ofDays(1));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void report_oneWrongAmongTwoDays_isLoggedByDayUnderTheHashOfItsUser() {
        String report = "{\"events\":[%s,%s,%s]}"
                .formatted(event("1", "save", now), event("2", "like", now), event("3", "click", yesterday));

        JsonNode answer = report(report);
        JsonNode again = report(report);

        assertThat(answer.path("accepted").asInt()).as("%s", answer).isEqualTo(2);
        assertThat(answer.path("rejected").findValuesAsText("eventId")).containsExactly(run + "-2");
        assertThat(again).isEqualTo(answer);
        system.await(
                "both events in the log",
                PATIENCE,
                () -> events(now).findAny().isPresent()
                        && events(yesterday).findAny().isPresent());
        assertThat(events(now)).extracting(EngagementEvent::eventId).containsOnly(run + "-1");
        assertThat(events(yesterday)).extracting(EngagementEvent::eventId).containsOnly(run + "-3");
        assertThat(Stream.concat(events(now), events(yesterday)))
                .extracting(EngagementEvent::user)
                .containsOnly(site.userHash().of(user));
        assertThat(texts(now)).isNotEmpty().noneMatch(text -> text.contains(user));
    }

    @Test
    void answer_sentToTheQueue_isLoggedAsItWas() {
        AnswerServed answer = EventJson.read(
                EventJson.write(Engagements.anAnswer(run, 1)).replace(Fixtures.NOW.toString(), now.toString()),
                AnswerServed.class);
        SqsEventQueue<EngagementMessage> queue =
                new SqsEventQueue<>(site.sqs(), site.output(OutputNames.ENGAGEMENT_QUEUE_URL));

        assertThat(queue.send(List.of(answer))).isEmpty();

        system.await(
                "the answer in the log",
                PATIENCE,
                () -> log.answerFiles(day(now)).stream()
                        .flatMap(file -> log.answers(file).stream())
                        .anyMatch(answer::equals));
    }

    private JsonNode report(String report) {
        return system.first(
                "an answer to a report",
                PATIENCE,
                () -> system.post("v1/events", "application/json", report.getBytes(StandardCharsets.UTF_8)),
                answer -> answer.path("status").asInt() != 503);
    }

    private String event(String number, String kind, Instant occurredAt) {
        return """
                {"eventId":"%s-%s","kind":"%s","requestId":"r","query":"%s","imageId":"%s","rank":1,"platform":"web",\
                "user":"%s","occurredAt":"%s"}""".formatted(
                        run,
                        number,
                        kind,
                        Fixtures.aSignature(1).hex(),
                        Fixtures.aSignature(2).hex(),
                        user,
                        occurredAt);
    }

    private Stream<EngagementEvent> events(Instant time) {
        return log.eventFiles(day(time)).stream()
                .flatMap(file -> log.events(file).stream())
                .filter(event -> event.eventId().startsWith(run));
    }

    /** The files of a day as they lie in the bucket. */
    private List<String> texts(Instant time) {
        String bucket = site.output(OutputNames.ENGAGEMENT_BUCKET);
        return site
                .s3()
                .listObjectsV2Paginator(request ->
                        request.bucket(bucket).prefix(EngagementKeys.folder(EngagementKeys.EVENTS, day(time))))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> site.s3()
                        .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String())
                .toList();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
