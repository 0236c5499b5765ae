package dev.sightline.blender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/** Invokes the function with events, as the Lambda service does. */
final class LambdaApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The proxy answer that the function gave: its status, headers and JSON body. */
    record Response(int status, String contentType, String retryAfter, String etag, JsonNode body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer of any type: headers as the function gave them, the body decoded if it says that it is base64. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record RawResponse(int status, JsonNode headers, byte[] body) {
        String header(String name) {
            return headers.path(name).path(0).asText();
        }
    }

    RawResponse sendRaw(ApiEvent event) {
        JsonNode answer = proxyAnswer(event);
        String body = answer.path("body").asText("");
        return new RawResponse(
                answer.get("statusCode").asInt(),
                answer.get("multiValueHeaders"),
                answer.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }

    Response send(ApiEvent event) {
        try {
            return response(proxyAnswer(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode proxyAnswer(ApiEvent event) {
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

    private static Response response(JsonNode proxyAnswer) throws IOException {
        JsonNode headers = proxyAnswer.get("multiValueHeaders");
        String contentType = headers.path("Content-Type").path(0).asText();
        return new Response(
                proxyAnswer.get("statusCode").asInt(),
                contentType,
                headers.path("Retry-After").path(0).asText(),
                headers.path("ETag").path(0).asText(),
                JSON.readTree(proxyAnswer.path("body").asText()));
    }
}
