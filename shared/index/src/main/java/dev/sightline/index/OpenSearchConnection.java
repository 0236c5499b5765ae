package dev.sightline.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.aws.AwsSdk2Transport;
import org.opensearch.client.transport.aws.AwsSdk2TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * A pool of connections to OpenSearch, shared by the adapters of all ports. Safe for all threads.
 *
 * <p>Requests and answers are the JSON of OpenSearch's REST API, as its manual shows it; no class is read or written by reflection.
 */
public final class OpenSearchConnection implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_CONNECTIONS = 64;
    private static final String SIGNING_NAME = "es";
    private static final Set<Integer> REFUSED_FOR_NOW = Set.of(408, 429, 502, 503, 504);

    /** Most of what is read are numbers of vectors. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;

    OpenSearchConnection(OpenSearchTransport transport) {
        this.transport = transport;
        this.client = new OpenSearchGenericClient(transport);
    }

    /** Opens a pool; the first request connects. */
    public static OpenSearchConnection open(OpenSearchSettings settings) {
        return new OpenSearchConnection(
                switch (settings.auth()) {
                    case NONE -> plain(settings);
                    case IAM ->
                        signed(
                                settings,
                                urlConnections(),
                                DefaultAwsRegionProviderChain.builder().build().getRegion(),
                                DefaultCredentialsProvider.builder().build());
                });
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot close the connection to OpenSearch", e);
        }
    }

    /**
     * What OpenSearch says to a request, a refusal included.
     *
     * @throws SightlineException with {@code INDEX_UNAVAILABLE} if it does not answer, or refuses for now
     */
    OpenSearchReply ask(OpenSearchRequest request) {
        OpenSearchReply reply = send(request);
        if (REFUSED_FOR_NOW.contains(reply.status())) {
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE,
                    "%s %s: status %d, %s".formatted(request.method(), request.path(), reply.status(), reply.reason()));
        }
        return reply;
    }

    private OpenSearchReply send(OpenSearchRequest request) {
        try (Response response = client.execute(toClient(request))) {
            return read(response);
        } catch (IOException e) {
            return refusal(e)
                    .orElseThrow(() -> new SightlineException(
                            ErrorCode.INDEX_UNAVAILABLE,
                            "%s %s: no answer from OpenSearch, %s"
                                    .formatted(request.method(), request.path(), e.getMessage()),
                            e));
        } catch (RuntimeException e) {
            throw isInterrupt(e) ? interrupted(request, e) : e;
        }
    }

    /** The plain transport wraps an interrupt in an exception of no type of its own, and forgets the thread's flag. */
    private static boolean isInterrupt(RuntimeException thrown) {
        return thrown.getCause() instanceof InterruptedException;
    }

    private static SightlineException interrupted(OpenSearchRequest request, RuntimeException thrown) {
        Thread.currentThread().interrupt();
        return new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "%s %s: interrupted while waiting for OpenSearch".formatted(request.method(), request.path()),
                thrown);
    }

    /** The plain transport throws some refusals, a conflict for one, instead of giving them back. */
    private static Optional<OpenSearchReply> refusal(IOException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseException refused) {
                return Optional.of(new OpenSearchReply(refused.status(), TextNode.valueOf(refused.getMessage())));
            }
        }
        return Optional.empty();
    }

    /**
     * The answer to a request that must succeed.
     *
     * @throws SightlineException as {@link #ask}, and with {@code DEFECT} if the request is refused for good
     */
    JsonNode require(OpenSearchRequest request) {
        OpenSearchReply reply = ask(request);
        if (!reply.succeeded()) {
            throw refused(request, reply);
        }
        return reply.body();
    }

    /** Makes an index, unless somebody was faster; whether it was made now. */
    boolean create(String index, JsonNode body) {
        OpenSearchRequest request = OpenSearchRequest.put("/" + index, body);
        OpenSearchReply reply = ask(request);
        if (!reply.succeeded() && !reply.isError("resource_already_exists_exception")) {
            throw refused(request, reply);
        }
        return reply.succeeded();
    }

    /** The exception for a request that is refused for good, or because its index was dropped: then another try may ask another. */
    static SightlineException refused(OpenSearchRequest request, OpenSearchReply reply) {
        return new SightlineException(
                reply.lacksIndex() ? ErrorCode.INDEX_UNAVAILABLE : ErrorCode.DEFECT,
                "%s %s: expected success, got status %d, %s"
                        .formatted(request.method(), request.path(), reply.status(), reply.reason()));
    }

    private static Request toClient(OpenSearchRequest request) {
        var builder = Requests.builder()
                .method(request.method())
                .endpoint(request.path())
                .query(request.parameters());
        OpenSearchRequest.Content content = request.content();
        return content == null
                ? builder.build()
                : builder.body(Body.from(content.bytes(), content.type())).build();
    }

    private static OpenSearchReply read(Response response) throws IOException {
        byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
        int status = response.getStatus();
        return new OpenSearchReply(status, status < 300 ? JSON.readTree(bytes) : refusalBody(bytes));
    }

    /** What stands between us and OpenSearch refuses in HTML or plain text. */
    private static JsonNode refusalBody(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static OpenSearchTransport plain(OpenSearchSettings settings) {
        HttpHost host = new HttpHost(
                settings.url().getScheme(),
                settings.url().getHost(),
                settings.url().getPort());
        return ApacheHttpClient5TransportBuilder.builder(host)
                .setRequestConfigCallback(config -> config.setResponseTimeout(Timeout.of(RESPONSE_TIMEOUT)))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections()))
                .build();
    }

    /** Signed requests are https always, whatever the client. */
    static OpenSearchTransport signed(
            OpenSearchSettings settings, SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        return new AwsSdk2Transport(
                http,
                settings.url().getHost(),
                SIGNING_NAME,
                region,
                AwsSdk2TransportOptions.builder().setCredentials(credentials).build());
    }

    /** Enough that what one query asks at once does not wait for what is slow in it. */
    private static PoolingAsyncClientConnectionManager connections() {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                        .build())
                .build();
    }

    private static SdkHttpClient urlConnections() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(RESPONSE_TIMEOUT)
                .build();
    }
}
