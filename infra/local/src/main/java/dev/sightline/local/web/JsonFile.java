package dev.sightline.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** An answer that is made for the page each time it asks. */
final class JsonFile {

    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;

    private JsonFile() {}

    /** Ends the exchange; anything but a {@code GET} is refused. */
    static void send(HttpExchange exchange, byte[] json) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            Refusal.send(
                    exchange,
                    METHOD_NOT_ALLOWED,
                    "method-not-allowed",
                    "expected GET, got " + exchange.getRequestMethod());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(OK, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
