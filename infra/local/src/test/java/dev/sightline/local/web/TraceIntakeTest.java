package dev.sightline.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spans in at one door of the page's server, and out at another. */
class TraceIntakeTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String IMAGE = "ab".repeat(32);
    private static final String TYPE = "application/x-protobuf";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TraceMemory memory = new TraceMemory();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Files.copy(Path.of("../web", SecurityHeaders.FILE), folder.resolve(SecurityHeaders.FILE));
        server = WebServer.start(
                0,
                new WebServer.Parts(
                        new PageFiles(folder, folder.resolve("report.json")),
                        new ApiPassage(
                                URI.create("http://127.0.0.1:9/"),
                                new KeyFile(folder.resolve("key")),
                                BodyIntake.DEFAULT),
                        memory,
                        new MetricsFile(
                                new MetricLogs(folder), new Prices(MissingNode.getInstance()), Clock.systemUTC())),
                SecurityHeaders.read(folder.resolve(SecurityHeaders.FILE), "http://127.0.0.1:4999"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void spans_thatWereSent_areShownWithTheTraceOfTheirImage() throws Exception {
        Span span = span(1).setParentSpanId(id(7, 8))
                .addAttributes(text("sightline.signature", IMAGE))
                .setStatus(Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR))
                .build();
        assertThat(send(request(span), TYPE).statusCode()).isEqualTo(200);

        JsonNode traces = get("/traces.json?image=" + IMAGE).at("/traces");
        assertThat(traces).hasSize(1);
        assertThat(traces.at("/0/traceId").asText()).isEqualTo(TRACE);
        JsonNode kept = traces.at("/0/spans/0");
        assertThat(kept.get("name").asText()).isEqualTo("decode");
        assertThat(kept.get("service").asText()).isEqualTo("sightline-worker");
        assertThat(kept.get("parentId").asText()).isEqualTo("0000000000000007");
        assertThat(kept.get("startMs").asDouble()).isEqualTo(1000.5);
        assertThat(kept.get("tookMs").asDouble()).isEqualTo(2.25);
        assertThat(kept.get("failed").asBoolean()).isTrue();
    }

    @Test
    void traces_ofAnImageThatIsNotKnown_areNone() throws Exception {
        assertThat(get("/traces.json?image=" + IMAGE).at("/traces")).isEmpty();
        assertThat(get("/traces.json?trace=" + TRACE).at("/traces/0/spans")).isEmpty();
    }

    @Test
    void traces_ofWhatIsNoId_areRefused() throws Exception {
        assertThat(response("/traces.json?image=../x").statusCode()).isEqualTo(400);
        assertThat(response("/traces.json").statusCode()).isEqualTo(400);
    }

    @Test
    void spans_ofAnotherFormOrSize_areRefusedWithTheReason() throws Exception {
        assertThat(send(new byte[] {1, 2, 3}, TYPE).statusCode()).isEqualTo(400);
        assertThat(send(request(span(1).build()), "application/json").statusCode())
                .isEqualTo(415);
        assertThat(send(new byte[TraceIntake.MOST_BYTES + 1], TYPE).body()).contains("too-many-bytes");
        assertThat(response("/v1/traces").statusCode()).isEqualTo(405);
        assertThat(memory.size()).isZero();
    }

    /** A page of another site may post, but not with this type unless it is let to, and what it sends is refused. */
    @Test
    void spans_fromAnotherSite_areRefused() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(address("/v1/traces"))
                .header("Content-Type", TYPE)
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofByteArray(request(span(1).build())))
                .build();
        assertThat(client.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(memory.size()).isZero();
    }

    @Test
    void spans_ofAFlood_areForgottenBeyondTheMost() {
        IntStream.range(0, 30)
                .forEach(trace -> memory.add(IntStream.range(0, 600)
                        .mapToObj(n -> kept("%032x".formatted(trace + 1), n))
                        .toList()));

        assertThat(memory.size()).isEqualTo(TraceMemory.MOST_SPANS);
        assertThat(memory.ofId("%032x".formatted(1)).spans()).isEmpty();
        assertThat(memory.ofId("%032x".formatted(30)).spans()).hasSize(TraceMemory.MOST_OF_A_TRACE);
    }

    @Test
    void spans_thatAreSentTwice_areKeptOnce() {
        memory.add(List.of(kept(TRACE, 1), kept(TRACE, 1)));

        assertThat(memory.ofId(TRACE).spans()).hasSize(1);
    }

    private static KeptSpan kept(String trace, int n) {
        return new KeptSpan(trace, "%016x".formatted(n + 1), null, "decode", "worker", n, 1, false, Map.of());
    }

    private static Span.Builder span(int id) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(id(id, 8))
                .setName("decode")
                .setStartTimeUnixNano(1_000_500_000L)
                .setEndTimeUnixNano(1_002_750_000L);
    }

    private static ByteString id(int value, int bytes) {
        byte[] id = new byte[bytes];
        id[bytes - 1] = (byte) value;
        return ByteString.copyFrom(id);
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static byte[] request(Span span) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "sightline-worker")))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();
    }

    private HttpResponse<String> send(byte[] body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/v1/traces"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return new ObjectMapper().readTree(response(path).body());
    }

    private HttpResponse<String> response(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
