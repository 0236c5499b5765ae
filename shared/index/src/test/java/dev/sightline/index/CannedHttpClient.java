package dev.sightline.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The fake of the AWS SDK's HTTP client: gives the answer it was told and keeps the last request. */
final class CannedHttpClient implements SdkHttpClient {

    private int status;
    private byte[] answer = {};
    private boolean fails;
    private @Nullable HttpExecuteRequest last;

    void willAnswer(int status, String body) {
        this.status = status;
        this.answer = body.getBytes(StandardCharsets.UTF_8);
    }

    void willFail() {
        fails = true;
    }

    SdkHttpRequest request() {
        return Optional.ofNullable(last).orElseThrow().httpRequest();
    }

    String body() {
        try (InputStream body = Optional.ofNullable(last)
                .flatMap(HttpExecuteRequest::contentStreamProvider)
                .orElseThrow()
                .newStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        last = request;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return respond();
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse respond() throws IOException {
        if (fails) {
            throw new IOException("connection refused");
        }
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Content-Length", Integer.toString(answer.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                .build();
    }

    @Override
    public void close() {}
}
