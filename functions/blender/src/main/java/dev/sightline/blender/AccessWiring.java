package dev.sightline.blender;

import dev.sightline.blender.access.AccessGate;
import dev.sightline.blender.access.AllowedOrigins;
import dev.sightline.blender.access.KnownKeys;
import dev.sightline.blender.receive.CursorSeal;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.AwsSecretSalt;
import dev.sightline.storage.S3AccessKeyStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts together what lets requests in; as {@link Wiring}. */
final class AccessWiring {

    @Produces
    @Singleton
    AccessKeyStore accessKeys(S3Client s3, BlenderSettings settings) {
        return new S3AccessKeyStore(s3, settings.catalogueBucket());
    }

    @Produces
    @Singleton
    AllowedOrigins origins(BlenderSettings settings) {
        return new AllowedOrigins(Set.copyOf(settings.allowedOrigins().orElse(List.of())));
    }

    @Produces
    @Singleton
    CursorSeal seal(BlenderSettings settings, Clock clock) {
        return new CursorSeal(AwsSecretSalt.named(settings.cursorSecret())::read, clock);
    }

    @Produces
    @Singleton
    AccessGate gate(AccessKeyStore keys, BlenderSettings settings, Clock clock) {
        return new AccessGate(new KnownKeys(keys, settings.keyRefresh(), clock), clock);
    }
}
