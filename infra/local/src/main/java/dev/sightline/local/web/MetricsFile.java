package dev.sightline.local.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;

/** Shows the page the numbers of the last hour: {@code GET /metrics.json}. They are read anew at most once in {@value #FRESH_MS} ms. */
final class MetricsFile implements HttpHandler {

    static final String PATH = "/metrics.json";

    private static final long FRESH_MS = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MetricLogs logs;
    private final Prices prices;
    private final Clock clock;
    private byte[] last = {};
    private long made = Long.MIN_VALUE;

    MetricsFile(MetricLogs logs, Prices prices, Clock clock) {
        this.logs = logs;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        JsonFile.send(exchange, summary());
    }

    private synchronized byte[] summary() throws IOException {
        long now = clock.millis();
        if (made == Long.MIN_VALUE || now - made >= FRESH_MS) {
            last = JSON.writeValueAsBytes(MetricsSummary.of(
                    logs.since(clock.instant().minus(MetricsSummary.WINDOW)), clock.instant(), prices));
            made = now;
        }
        return last;
    }
}
