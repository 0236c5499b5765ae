package dev.sightline.local.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testkit.ApiAnswer;
import dev.sightline.testkit.ApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks answers of a running API by the document that it serves, which is read at the first one. Not thread-safe: each test has its own. */
final class ServedContract {

    private static final int SERVER_ERRORS = 500;

    private final URI api;
    private @Nullable ApiContract contract;

    /** @param api the base URL, ending in {@code /} */
    ServedContract(URI api) {
        this.api = api;
    }

    /** Fails if an answer of the API is not as documented; other servers' answers are none of its business. */
    void check(HttpResponse<byte[]> response) throws IOException, InterruptedException {
        URI relative = api.relativize(response.uri());
        if (!relative.isAbsolute() && !isOfTheGateway(response)) {
            contract().assertKept(answer("/" + relative.getRawPath(), response));
        }
    }

    /** LocalStack's gateway says in words of its own that a function died or did not answer, which tests of faults provoke. */
    private static boolean isOfTheGateway(HttpResponse<byte[]> response) {
        return response.statusCode() >= SERVER_ERRORS
                && new String(response.body(), StandardCharsets.UTF_8).startsWith("{\"message\":");
    }

    private static ApiAnswer answer(String path, HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new ApiAnswer(response.request().method(), path, response.statusCode(), headers, response.body());
    }

    private ApiContract contract() throws IOException, InterruptedException {
        if (contract == null) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest request =
                        HttpRequest.newBuilder(api.resolve("v1/openapi.json")).build();
                byte[] document = http.send(request, BodyHandlers.ofByteArray()).body();
                contract = new ApiContract(new ObjectMapper().readTree(document));
            }
        }
        return contract;
    }
}
