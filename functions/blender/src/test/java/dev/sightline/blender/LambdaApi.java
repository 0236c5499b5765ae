package dev.sightline.blender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testkit.ApiAnswer;
import dev.sightline.testkit.ApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Invokes the function with events, as the Lambda service does. Every answer must be as the OpenAPI document says. */
final class LambdaApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The proxy answer that the function gave: its status, headers and JSON body. */
    record Response(int status, String contentType, String retryAfter, String etag, JsonNode body) {}

    private static final AtomicReference<@Nullable ApiContract> CONTRACT = new AtomicReference<>();

    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer of any type: headers as the function gave them, the body decoded if it says that it is base64. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record RawResponse(int status, JsonNode headers, byte[] body) {
        String header(String name) {
            return headers.path(name).path(0).asText();
        }

        List<String> values(String name) {
            return headers.path(name).valueStream().map(JsonNode::asText).toList();
        }

        boolean hasHeader(String name) {
            return headers.has(name);
        }

        JsonNode json() {
            return read(new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Sends a request; fails if the answer is not as documented. */
    RawResponse sendRaw(ApiEvent event) {
        JsonNode answer = keptAnswer(event);
        return new RawResponse(answer.path("statusCode").asInt(), answer.get("multiValueHeaders"), body(answer));
    }

    /** Sends a request; fails if the answer is not as documented. */
    Response send(ApiEvent event) {
        return response(keptAnswer(event));
    }

    /** The document that the function serves. */
    JsonNode document() {
        return read(invoke(ApiEvent.recorded("get").withPath("/v1/openapi.json"))
                .path("body")
                .asText());
    }

    /** What the document says; the same for all servers of a test run. */
    ApiContract contract() {
        return Objects.requireNonNull(
                CONTRACT.updateAndGet(known -> known == null ? new ApiContract(document()) : known));
    }

    private JsonNode keptAnswer(ApiEvent event) {
        JsonNode answer = invoke(event.withKeyOf(ApiKeys.ADMIN));
        contract().assertKept(answer(event, answer));
        return answer;
    }

    private static ApiAnswer answer(ApiEvent event, JsonNode proxyAnswer) {
        Map<String, String> headers = proxyAnswer.path("multiValueHeaders").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().path(0).asText()));
        return new ApiAnswer(
                event.method(), event.path(), proxyAnswer.path("statusCode").asInt(), headers, body(proxyAnswer));
    }

    private static byte[] body(JsonNode proxyAnswer) {
        String body = proxyAnswer.path("body").asText("");
        return proxyAnswer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode invoke(ApiEvent event) {
        String server = ConfigProvider.getConfig().getValue("quarkus-internal.aws-lambda.test-api", String.class);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + server.replaceAll("/_lambda_.*", "") + "/_lambda_"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event.toJson()))
                .build();
        try {
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response response(JsonNode proxyAnswer) {
        JsonNode headers = proxyAnswer.get("multiValueHeaders");
        String contentType = headers.path("Content-Type").path(0).asText();
        return new Response(
                proxyAnswer.get("statusCode").asInt(),
                contentType,
                headers.path("Retry-After").path(0).asText(),
                headers.path("ETag").path(0).asText(),
                read(proxyAnswer.path("body").asText()));
    }
}
