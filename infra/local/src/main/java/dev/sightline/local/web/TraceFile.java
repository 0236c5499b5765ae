package dev.sightline.local.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows the page where an image came through: {@code GET /traces.json?image=<signature>} or {@code ?trace=<trace id>}. A file for the page, as the report of an
 * evaluation is: a page that is served from elsewhere has none.
 */
final class TraceFile implements HttpHandler {

    static final String PATH = "/traces.json";

    private static final Pattern QUERY = Pattern.compile("image=([0-9a-f]{64})|trace=([0-9a-f]{32})");
    private static final int MOST_TRACES = 3;
    private static final int BAD_REQUEST = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TraceMemory memory;

    TraceFile(TraceMemory memory) {
        this.memory = memory;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        Matcher asked = QUERY.matcher(query == null ? "" : query);
        if (!asked.matches()) {
            Refusal.send(
                    exchange,
                    BAD_REQUEST,
                    "invalid-request",
                    "expected image=<64 hex digits> or trace=<32 hex digits>, got " + query);
            return;
        }
        List<TraceMemory.Trace> traces = asked.group(1) == null
                ? List.of(memory.ofId(asked.group(2)))
                : memory.ofImage(asked.group(1), MOST_TRACES);
        JsonFile.send(exchange, JSON.writeValueAsBytes(Map.of("traces", traces)));
    }
}
