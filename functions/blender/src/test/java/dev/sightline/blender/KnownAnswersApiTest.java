package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.LambdaApi.RawResponse;
import dev.sightline.blender.access.OperationRoles;
import dev.sightline.blender.receive.TaggedAnswers;
import dev.sightline.logs.LogFields;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.visual.TraceParent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients have already is not sent again; and the headers that every answer has. Through the function's handler. */
@QuarkusTest
class KnownAnswersApiTest {

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    RecordingTracing tracing;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
    }

    @Test
    void tagged_everyOperation_isOneOfTheDocument() {
        assertThat(OperationRoles.operations().stream()
                        .filter(operation -> TaggedAnswers.are("GET", operation.replaceFirst("^GET ", ""))))
                .hasSize(8);
    }

    @Test
    void list_thatTheClientHas_is304WithoutABody() {
        for (String path : List.of("/v1/images", "/v1/images/" + Corpus.AT_0, "/v1/boards")) {
            RawResponse first = api.sendRaw(get(path));
            String etag = first.header("ETag");

            assertThat(first.status()).as(path).isEqualTo(200);
            assertThat(etag).as(path).matches("\"[0-9a-f]{32}\"");
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(first.values("Vary")).contains("X-Api-Key");
            RawResponse again = api.sendRaw(get(path).withHeader("If-None-Match", "\"x\", W/" + etag));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(etag);
            assertThat(api.sendRaw(get(path).withHeader("If-None-Match", "\"x\""))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void list_thatHasChanged_isSentAgain() {
        String etag = api.sendRaw(get("/v1/boards")).header("ETag");
        RawResponse made = api.sendRaw(
                ApiEvent.recorded("post-json").withPath("/v1/boards").withBody("{\"name\":\"Changed\"}"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(api.sendRaw(get("/v1/boards").withHeader("If-None-Match", etag))
                        .status())
                .isEqualTo(200);
    }

    /** The ETag on which a change is based is that by which it is asked for again. */
    @Test
    void board_thatTheClientHas_is304() {
        RawResponse made = api.sendRaw(
                ApiEvent.recorded("post-json").withPath("/v1/boards").withBody("{\"name\":\"Known\"}"));
        String path = "/v1/boards/" + made.json().get("id").asText();

        RawResponse again = api.sendRaw(get(path).withHeader("If-None-Match", made.header("ETag")));

        assertThat(again.status()).isEqualTo(304);
    }

    /** They have an id of their own, so no two are the same. */
    @Test
    void answerToAQuery_always_hasNoETag() {
        RawResponse answer = api.sendRaw(get("/v1/images/%s/related".formatted(Corpus.AT_0)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.hasHeader("ETag")).isFalse();
    }

    @Test
    void refusal_withIfNoneMatch_staysARefusal() {
        RawResponse answer =
                api.sendRaw(get("/v1/images").withQuery("state", "x").withHeader("If-None-Match", "*"));

        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void everyAnswer_tellsHowOftenClientsMayAsk() {
        for (String path : List.of("/v1/boards", "/v1/nothing")) {
            assertThat(api.sendRaw(get(path)).header("RateLimit-Policy"))
                    .isEqualTo("\"rate\";q=100;w=1, \"burst\";q=200");
        }
    }

    @Test
    void everyAnswer_staysInTheClientsTrace() {
        for (String path : List.of("/v1/boards", "/v1/nothing")) {
            RawResponse answer = api.sendRaw(get(path).withHeader("traceparent", Fixtures.TRACE.text()));

            assertThat(TraceParent.parse(answer.header("traceparent"))).hasValueSatisfying(own -> {
                assertThat(own.traceId()).isEqualTo(Fixtures.TRACE.traceId());
                assertThat(own.parentId()).isNotEqualTo(Fixtures.TRACE.parentId());
            });
        }
    }

    @Test
    void operation_always_hasASpanAtThePlaceThatItsAnswerNames() {
        RawResponse answer = api.sendRaw(
                get("/v1/images/" + Corpus.AT_0 + "/related").withHeader("traceparent", Fixtures.TRACE.text()));

        Span span = tracing.spans().getLast();
        assertThat(span.name()).isEqualTo("GET /v1/images/{id}/related");
        assertThat(span.place().text()).isEqualTo(answer.header("traceparent"));
        assertThat(span.parentId()).isEqualTo(Fixtures.TRACE.parentId());
        assertThat(span.attributes())
                .containsEntry(SpanAttributes.STATUS, "200")
                .containsEntry(
                        SpanAttributes.REQUEST_ID,
                        answer.json().get("requestId").asText());
        assertThat(tracing.fieldsAt("blend and rank"))
                .containsEntry(
                        LogFields.REQUEST_ID, answer.json().get("requestId").asText())
                .containsEntry(LogFields.TRACE_ID, Fixtures.TRACE.traceId());
        assertThat(tracing.spans())
                .filteredOn(one -> span.place().parentId().equals(one.parentId()))
                .extracting(Span::name)
                .contains("understand", "search", "blend and rank", "source visual-search");
    }

    @Test
    void grant_always_tellsTheKeyOfTheUpload() {
        RawResponse answer = api.sendRaw(ApiEvent.recorded("post-json")
                .withPath("/v1/uploads")
                .withBody("{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}"));

        assertThat(tracing.spans().getLast().attributes())
                .containsEntry(SpanAttributes.KEY, answer.json().get("imageKey").asText());
    }

    @Test
    void path_ofNoOperation_hasNoSpan() {
        int before = tracing.spans().size();
        api.sendRaw(get("/v1/nothing"));

        assertThat(tracing.spans()).hasSize(before);
    }

    /** Under a name that follows from the request's id. */
    @Test
    void everyAnswer_withoutAReadableTrace_beginsOne() {
        String first = api.sendRaw(get("/v1/boards")).header("traceparent");
        String second = api.sendRaw(get("/v1/boards").withHeader("traceparent", "00-x-y-01"))
                .header("traceparent");

        assertThat(TraceParent.parse(first)).isPresent();
        assertThat(second.substring(0, 35)).isEqualTo(first.substring(0, 35));
    }

    @Test
    void engagement_always_tellsTheLastFourteenDays() {
        RawResponse answer = api.sendRaw(get("/v1/engagement"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/days")).hasSize(14);
        assertThat(answer.json().at("/days/13/day").asText()).isEqualTo(Engagements.TODAY.toString());
        assertThat(answer.json().at("/days/13/counts").fieldNames())
                .toIterable()
                .containsExactly("impression", "close-up", "click", "long-click", "save", "hide", "crop");
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }
}
