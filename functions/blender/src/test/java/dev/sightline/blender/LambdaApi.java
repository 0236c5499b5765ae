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
import org.eclipse.microprofile.config.ConfigProvider;

/** Invokes the function with events, as the Lambda service does. */
final class LambdaApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The proxy answer that the function gave: its status, headers and JSON body. */
    record Response(int status, String contentType, String retryAfter, String etag, JsonNode body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    Response send(ApiEvent event) {
        String server = ConfigProvider.getConfig().getValue("quarkus-internal.aws-lambda.test-api", String.class);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + server.replaceAll("/_lambda_.*", "") + "/_lambda_"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event.toJson()))
                .build();
        try {
            return response(
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body()));
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
