package dev.sightline.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the page, and the report of the last evaluation. A path without a file name extension is a place inside the page, and gets the page itself; a missing file is a 404.
 *
 * <p>Only types that the page consists of are served, each under its type. Browsers ask each time whether a file changed, by its ETag.
 */
final class PageFiles implements HttpHandler {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json");

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** Where the page asks for the report of an evaluation. */
    private static final String EVALUATION = "/evaluation.json";

    private final Path folder;
    private final Path evaluation;

    /** @param evaluation the report of the last {@code evaluate}; it may come and go */
    PageFiles(Path folder, Path evaluation) {
        this.folder = folder.toAbsolutePath().normalize();
        this.evaluation = evaluation;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            Refusal.send(exchange, METHOD_NOT_ALLOWED, "method-not-allowed", "expected GET or HEAD, got " + method);
            return;
        }
        Optional<Path> file = file(path);
        if (file.isPresent()) {
            serve(exchange, file.get());
        } else {
            Refusal.send(exchange, NOT_FOUND, "not-found", "no file " + path);
        }
    }

    private Optional<Path> file(String path) {
        return path.equals(EVALUATION) ? Optional.of(evaluation).filter(Files::isRegularFile) : pageFile(path);
    }

    private Optional<Path> pageFile(String path) {
        String name = extension(path).isEmpty() ? "/index.html" : path;
        Path file = folder.resolve(name.substring(1)).normalize();
        return Optional.of(file)
                .filter(found -> found.startsWith(folder))
                .filter(found -> TYPES.containsKey(extension(name)))
                .filter(Files::isRegularFile);
    }

    private static String extension(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1);
    }

    private static void serve(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String tag = "\"" + sha256(bytes) + "\"";
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", TYPES.get(extension(file.toString())));
        headers.set("Cache-Control", "no-cache");
        headers.set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(OK, -1);
        } else {
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
