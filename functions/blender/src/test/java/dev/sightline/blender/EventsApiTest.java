package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.EngagementMessage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.RecordingEventQueue;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reports of events, through the function's handler. */
@QuarkusTest
class EventsApiTest {

    private final LambdaApi api = new LambdaApi();

    @Inject
    RecordingEventQueue<EngagementMessage> queue;

    @AfterEach
    void acceptAgain() {
        queue.refuse();
    }

    @Test
    void report_validAndWrongEvent_isAcceptedAndNamesTheWrongOne() {
        int before = queue.sent().size();

        Response response = report("[%s,%s]".formatted(event("e1", "save"), event("e2", "like")));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body()).hasToString("""
                        {"accepted":1,"rejected":[{"index":1,"eventId":"e2","reason":"expected kind among impression, \
                        close-up, click, long-click, save, hide, crop, got 'like'"}]}""");
        assertThat(queue.sent()).hasSize(before + 1);
    }

    @Test
    void report_notAsDocumented_isInvalid() {
        assertProblem(report("[]"), 400, "1..500 events, got 0");
        assertProblem(report("{}"), 400, "unexpected type of value in 'events'");
        assertProblem(api.send(events("{\"event\":1}")), 400, "unknown field 'event'");
        assertProblem(api.send(events("null")), 400, "got nothing");
    }

    @Test
    void report_halfOfASurrogatePair_isShownAsAQuestionMark() {
        Response response = report("[%s]".formatted(event("e1", "\\ud800")));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body().at("/rejected/0/reason").asText()).contains("got '?'");
    }

    @Test
    void report_queueRefuses_isUnavailable() {
        queue.refuse(0);

        assertProblem(report("[%s]".formatted(event("e1", "save"))), 503, "send the report again");
    }

    private static void assertProblem(Response response, int status, String detail) {
        assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
        assertThat(response.body().get("detail").asText()).contains(detail);
    }

    private Response report(String list) {
        return api.send(events("{\"events\":%s}".formatted(list)));
    }

    private static ApiEvent events(String body) {
        return ApiEvent.recorded("post-json").withPath("/v1/events").withBody(body);
    }

    private static String event(String id, String kind) {
        return """
                {"eventId":"%s","kind":"%s","requestId":"r1","query":"%s","imageId":"%s","rank":1,"platform":"web",\
                "user":"ann","occurredAt":"%s"}""".formatted(
                id, kind, Fixtures.aSignature(1).hex(), Fixtures.aSignature(2).hex(), Fixtures.NOW);
    }
}
