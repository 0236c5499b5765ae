package dev.sightline.local.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands before a server on a loopback port and passes everything on, but for what the {@link Fault} of the moment does. */
final class FaultProxy implements AutoCloseable {

    /** What HTTP itself, and not the server behind, has to say; and compression, so that a fault can read answers. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "transfer-encoding",
            "upgrade");

    private final URI target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private volatile Fault fault = Fault.NONE;

    FaultProxy(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::exchange);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on requests meet this fault. */
    void set(Fault next) {
        fault = next;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            Reply reply = fault.apply(request, this::forward);
            reply.headers.forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = reply.body.length == 0 || request.method.equals("HEAD");
            exchange.sendResponseHeaders(reply.status, empty ? -1 : reply.body.length);
            if (!empty) {
                exchange.getResponseBody().write(reply.body);
            }
        }
    }

    private Reply forward(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target.resolve(request.uri.toString()))
                .method(request.method, BodyPublishers.ofByteArray(request.body));
        request.headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(builder.build(), BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), new HashMap<>(answer.headers().map()), answer.body());
        } catch (IOException e) {
            return Reply.json(502, "{\"error\":\"nobody answers behind the proxy\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.json(502, "{\"error\":\"interrupted\"}");
        }
    }

    /** Lets a request through, or not. */
    interface Fault {

        Fault NONE = (request, server) -> server.answer(request);

        Reply apply(Request request, Server server);
    }

    /** The server behind the proxy. */
    interface Server {

        Reply answer(Request request);
    }

    /** One HTTP request; the array is nobody's to change. */
    static final class Request {

        private final String method;
        private final URI uri;
        private final Map<String, List<String>> headers;
        private final byte[] body;

        Request(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
            this.method = method;
            this.uri = uri;
            this.headers = headers;
            this.body = body;
        }

        String method() {
            return method;
        }

        URI uri() {
            return uri;
        }

        Request withBody(String other) {
            return new Request(method, uri, headers, other.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** One HTTP answer; the array is nobody's to change. */
    static final class Reply {

        private final int status;
        private final Map<String, List<String>> headers;
        private final byte[] body;

        private Reply(int status, Map<String, List<String>> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        static Reply of(int status, String contentType, String body) {
            return new Reply(
                    status, Map.of("Content-Type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply json(int status, String json) {
            return of(status, "application/json", json);
        }

        int status() {
            return status;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
