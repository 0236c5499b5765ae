package dev.sightline.local.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sightline.visual.AccessKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passes requests for {@code /v1} on to one API, byte by byte in both directions, and nothing to anywhere else. A body is taken whole before. Redirects are the browser's to
 * follow. A request that brings no key of the API gets this machine's own, which so never reaches a browser.
 */
final class ApiPassage implements HttpHandler {

    /** More than a request takes: API Gateway gives up after 29 s. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Of this connection, not of the message; {@code Host} and the length are the client's own to set. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "http2-settings");

    /** Ids, names and queries as they stand in URLs; a dot that starts a part, or an escaped slash, leads to somewhere else. */
    private static final Pattern PATH =
            Pattern.compile("/v1(/(?!\\.)(?:[A-Za-z0-9._~:@!$&'()*+,;=-]|%(?!2[eEfF]|5[cC]|00)[0-9A-Fa-f]{2})*)+");

    private static final int BAD_REQUEST = 400;
    private static final int BAD_GATEWAY = 502;
    private static final int NO_BODY = -1;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final KeyFile key;
    private final BodyIntake intake;

    /** @param api its URL, to which {@code v1/...} is appended */
    ApiPassage(URI api, KeyFile key, BodyIntake intake) {
        this.base = api.toString().replaceAll("/$", "");
        this.key = key;
        this.intake = intake;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        if (!PATH.matcher(asked.getRawPath()).matches()) {
            Refusal.send(
                    exchange,
                    BAD_REQUEST,
                    "invalid-request",
                    "expected a plain path below /v1, got " + asked.getRawPath());
            return;
        }
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        try {
            Optional<byte[]> body = intake.take(exchange);
            if (body.isPresent()) {
                HttpRequest request = request(exchange, URI.create(base + asked.getRawPath() + query), body.get());
                passBack(exchange, client.send(request, BodyHandlers.ofInputStream()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        } catch (IOException e) {
            failed(exchange, e);
        }
    }

    private HttpRequest request(HttpExchange exchange, URI target, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassed(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        if (!exchange.getRequestHeaders().containsKey(AccessKey.HEADER)) {
            key.key().ifPresent(text -> request.header(AccessKey.HEADER, text));
        }
        return request.build();
    }

    private static void passBack(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        response.headers().map().forEach((name, values) -> {
            if (isPassed(name)) {
                headers.put(name, List.copyOf(values));
            }
        });
        try (InputStream body = response.body()) {
            long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
            boolean chunked = response.headers().firstValue("Transfer-Encoding").isPresent();
            boolean empty =
                    (length == 0 && !chunked) || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), empty ? NO_BODY : length);
            if (!empty) {
                body.transferTo(exchange.getResponseBody());
            }
        }
        exchange.close();
    }

    private static boolean isPassed(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    /** Before the answer began the client can be told; afterwards only by ending the connection. */
    private static void failed(HttpExchange exchange, IOException reason) throws IOException {
        if (exchange.getResponseCode() < 0) {
            Refusal.send(exchange, BAD_GATEWAY, "api-unavailable", "no answer from the API: " + reason);
        } else {
            exchange.close();
        }
    }
}
