package dev.sightline.queue;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes SQS clients with time limits; region, credentials and endpoint come from the environment, retries are the SDK's. */
public final class SqsClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Longer than the longest poll, 20 s. */
    private static final Duration SILENCE = Duration.ofSeconds(25);

    private static final Duration WHOLE_CALL = Duration.ofSeconds(60);

    private SqsClients() {}

    /** A new client, to be closed by the caller; safe for all threads. */
    public static SqsClient create() {
        return SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(limits -> limits.apiCallTimeout(WHOLE_CALL))
                .build();
    }
}
