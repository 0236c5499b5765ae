package dev.sightline.local;

import dev.sightline.local.keys.FileAccessKeyStore;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.S3AccessKeyStore;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The options that say where keys are kept: in this machine's system unless another place is named. */
final class KeyPlace {

    @Mixin
    private SiteOptions site;

    @Option(
            names = "--bucket",
            paramLabel = "BUCKET",
            description = "keep them in this bucket of a catalogue, with the credentials of the environment")
    private @Nullable String bucket;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "keep them in this JSON file, for a deployment: cdk deploy -c accessKeys=FILE")
    private @Nullable Path file;

    <T> T with(Console console, Function<AccessKeyStore, T> work) {
        if (file != null) {
            return work.apply(new FileAccessKeyStore(file));
        }
        if (bucket != null) {
            try (S3Client s3 = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build()) {
                return work.apply(new S3AccessKeyStore(s3, bucket));
            }
        }
        try (Site opened = site.open(console)) {
            return work.apply(opened.accessKeys());
        }
    }
}
