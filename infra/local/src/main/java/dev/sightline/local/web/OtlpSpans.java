package dev.sightline.local.web;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what exporters send: a request of OTLP in its binary form. What is longer than any span of ours is cut. */
final class OtlpSpans {

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_ATTRIBUTES = 16;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final double NANOS_PER_MS = 1e6;
    private static final String SERVICE = "service.name";

    private OtlpSpans() {}

    /**
     * The spans of a request that have an id and a trace.
     *
     * @throws InvalidProtocolBufferException if the bytes are no such request
     */
    static List<KeptSpan> read(byte[] request) throws InvalidProtocolBufferException {
        return ExportTraceServiceRequest.parseFrom(request).getResourceSpansList().stream()
                .flatMap(OtlpSpans::spans)
                .toList();
    }

    private static Stream<KeptSpan> spans(ResourceSpans part) {
        String service = texts(part.getResource().getAttributesList()).getOrDefault(SERVICE, "");
        return part.getScopeSpansList().stream()
                .map(ScopeSpans::getSpansList)
                .flatMap(List::stream)
                .filter(span -> span.getTraceId().size() == TRACE_BYTES
                        && span.getSpanId().size() == SPAN_BYTES)
                .map(span -> kept(span, service));
    }

    private static KeptSpan kept(Span span, String service) {
        long nanos = span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
        return new KeptSpan(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()),
                cut(span.getName()),
                service,
                span.getStartTimeUnixNano() / NANOS_PER_MS,
                Math.max(0, nanos) / NANOS_PER_MS,
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                texts(span.getAttributesList()));
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.stream()
                .filter(attribute -> attribute.getValue().hasStringValue())
                .limit(MOST_ATTRIBUTES)
                .forEach(attribute -> texts.put(
                        cut(attribute.getKey()), cut(attribute.getValue().getStringValue())));
        return texts;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
