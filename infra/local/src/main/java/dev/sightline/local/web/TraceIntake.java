package dev.sightline.local.web;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Takes spans as OpenTelemetry's exporters send them: {@code POST /v1/traces}, OTLP in its binary form. More than it can hold at once is refused for now. */
final class TraceIntake implements HttpHandler {

    static final String PATH = "/v1/traces";
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String TYPE = "application/x-protobuf";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_TYPE = 415;
    private static final int UNAVAILABLE = 503;
    private static final int AT_ONCE = 4;

    private final TraceMemory memory;
    private final Semaphore places = new Semaphore(AT_ONCE);

    TraceIntake(TraceMemory memory) {
        this.memory = memory;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        boolean encoded = exchange.getRequestHeaders().containsKey("Content-Encoding");
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            Refusal.send(exchange, NOT_FOUND, "not-found", "expected " + PATH);
        } else if (!method.equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            Refusal.send(exchange, METHOD_NOT_ALLOWED, "method-not-allowed", "expected POST, got " + method);
        } else if (!type.equals(TYPE) || encoded) {
            Refusal.send(
                    exchange,
                    UNSUPPORTED_TYPE,
                    "unsupported-media-type",
                    "expected " + TYPE + " without an encoding, got " + type);
        } else if (places.tryAcquire()) {
            try {
                take(exchange);
            } finally {
                places.release();
            }
        } else {
            exchange.getResponseHeaders().set("Retry-After", "1");
            Refusal.send(exchange, UNAVAILABLE, "too-many-spans", AT_ONCE + " requests at once are the most");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            Refusal.send(exchange, TOO_LARGE, "too-many-bytes", "expected at most %d bytes".formatted(MOST_BYTES));
            return;
        }
        try {
            memory.add(OtlpSpans.read(body));
        } catch (InvalidProtocolBufferException e) {
            Refusal.send(exchange, BAD_REQUEST, "invalid-request", "no request of OTLP: " + e.getMessage());
            return;
        }
        // The empty message, which says that all were taken.
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
    }
}
