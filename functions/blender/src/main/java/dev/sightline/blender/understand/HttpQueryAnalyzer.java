package dev.sightline.blender.understand;

import dev.sightline.events.EventJson;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks the worker's {@code POST /analyze}. */
public final class HttpQueryAnalyzer implements QueryAnalyzer {

    private static final int OK = 200;

    private final HttpClient client;
    private final URI analyzeUrl;
    private final Duration timeout;

    /** {@code timeout} covers one whole exchange once it is connected. */
    public HttpQueryAnalyzer(HttpClient client, URI workerUrl, Duration timeout) {
        this.client = client;
        this.analyzeUrl = URI.create(workerUrl.toString().replaceAll("/+$", "") + "/analyze");
        this.timeout = timeout;
    }

    @Override
    public ImageAnalysis analyze(byte[] image, @Nullable ModelSetId modelSet) {
        return ask(modelSet == null ? analyzeUrl : URI.create(analyzeUrl + "?modelSet=" + modelSet), image);
    }

    @Override
    public ImageAnalysis analyzeCrop(byte[] image, NormalizedBox box, @Nullable ModelSetId modelSet) {
        String part = "?x=%s&y=%s&w=%s&h=%s".formatted(box.x(), box.y(), box.w(), box.h());
        String query = modelSet == null ? part : part + "&modelSet=" + modelSet;
        return ask(URI.create(analyzeUrl + query), image);
    }

    private ImageAnalysis ask(URI url, byte[] image) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(image))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        return analysis(response.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** Clients read this: where the worker is, the cause says to those who read the log. */
    private SightlineException unavailable(Exception cause) {
        return new SightlineException(
                ErrorCode.ANALYZER_UNAVAILABLE,
                "pixels cannot be looked at now, as no worker answers; what is indexed can still be asked about",
                new IOException("no answer from " + analyzeUrl, cause));
    }

    private static ImageAnalysis analysis(String json) {
        try {
            return EventJson.read(json, ImageAnalysis.class);
        } catch (SightlineException e) {
            throw new SightlineException(ErrorCode.DEFECT, "the worker's answer is not understood", e);
        }
    }

    /** The worker's own code where it gave one; anything else, as a proxy between may answer, counts as unavailable. */
    private SightlineException refused(HttpResponse<String> response) {
        try {
            WorkerProblem problem = EventJson.read(response.body(), WorkerProblem.class);
            return new SightlineException(code(problem.code()), problem.detail());
        } catch (SightlineException e) {
            return new SightlineException(
                    ErrorCode.ANALYZER_UNAVAILABLE,
                    "expected status %d from the worker, got %d".formatted(OK, response.statusCode()),
                    e);
        }
    }

    private static ErrorCode code(String slug) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new SightlineException(ErrorCode.DEFECT, "unknown code '%s'".formatted(slug)));
    }

    /** What is read of the worker's problem+json. */
    public record WorkerProblem(String code, String detail) {}
}
