package dev.sightline.storage;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes S3 clients with time limits; region, credentials and endpoint come from the environment, retries are the SDK's. */
public final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(60);

    private S3Clients() {}

    /** A new client, to be closed by the caller; safe for all threads. */
    public static S3Client create() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(limits -> limits.apiCallTimeout(WHOLE_CALL))
                .build();
    }
}
