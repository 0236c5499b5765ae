package dev.sightline.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What this server itself says when it does not serve: a problem document like those of the API, without a request id. */
final class Refusal {

    private Refusal() {}

    /**
     * Ends the exchange.
     *
     * @param code lower case with dashes
     */
    static void send(HttpExchange exchange, int status, String code, String detail) throws IOException {
        write(exchange, status, code, detail);
        exchange.close();
    }

    /** Says it, and leaves the exchange open. */
    static void write(HttpExchange exchange, int status, String code, String detail) throws IOException {
        String body =
                "{\"type\":\"https://sightline.dev/problems/%1$s\",\"title\":\"%1$s\",\"status\":%2$d,\"detail\":\"%3$s\",\"code\":\"%1$s\"}"
                        .formatted(code, status, plain(detail));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
    }

    /** Without what would end a JSON string. */
    private static String plain(String text) {
        return text.replaceAll("[\\\\\"\\p{Cntrl}]", "'");
    }
}
