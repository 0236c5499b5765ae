package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

class SignedConnectionTest {

    private static final OpenSearchRequest REQUEST = OpenSearchRequest.post(
                    "/some-index/_search", JsonNodeFactory.instance.objectNode().put("size", 1))
            .with("ignore_unavailable", true);

    private final CannedHttpClient http = new CannedHttpClient();
    private final OpenSearchConnection connection = new OpenSearchConnection(OpenSearchConnection.signed(
            new OpenSearchSettings(URI.create("https://search.example.com"), OpenSearchAuth.IAM),
            http,
            Region.EU_CENTRAL_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))));

    @Test
    void ask_signsTheRequestAndReadsTheAnswer() {
        http.willAnswer(200, "{\"count\": 3}");

        OpenSearchReply reply = connection.ask(REQUEST);

        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.body().path("count").asInt()).isEqualTo(3);
        SdkHttpRequest request = http.request();
        assertThat(request.getUri())
                .isEqualTo(URI.create("https://search.example.com/some-index/_search?ignore_unavailable=true"));
        assertThat(request.method()).isEqualTo(SdkHttpMethod.POST);
        assertThat(request.firstMatchingHeader("Authorization").orElse(""))
                .contains("Credential=key/")
                .contains("/eu-central-1/es/aws4_request");
        assertThat(http.body()).isEqualTo("{\"size\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409})
    void ask_givesRefusalsBack(int status) {
        http.willAnswer(status, "{\"error\": {\"type\": \"some_exception\", \"reason\": \"no\"}}");

        assertThat(connection.ask(REQUEST).status()).isEqualTo(status);
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> connection.require(REQUEST))
                .withMessageContaining("POST /some-index/_search")
                .withMessageContaining("some_exception")
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.DEFECT));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void ask_whenRefusedForNow_isUnavailable(int status) {
        http.willAnswer(status, "busy");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> connection.ask(REQUEST))
                .withMessageContaining(Integer.toString(status))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
    }

    @Test
    void ask_withoutAnswer_isUnavailable() {
        http.willFail();

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> connection.ask(REQUEST))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
    }
}
