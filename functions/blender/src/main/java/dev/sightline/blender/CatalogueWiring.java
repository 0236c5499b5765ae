package dev.sightline.blender;

import dev.sightline.blender.pins.BoardDesk;
import dev.sightline.blender.pins.PinDesk;
import dev.sightline.blender.pins.Stamps;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchPinIndex;
import dev.sightline.index.PinIndex;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.S3BoardStore;
import dev.sightline.storage.S3PinStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts together what takes pins and boards in and lists them; as {@link Wiring}. */
final class CatalogueWiring {

    @Produces
    @Singleton
    PinStore pins(S3Client s3, BlenderSettings settings) {
        return new S3PinStore(s3, settings.catalogueBucket());
    }

    @Produces
    @Singleton
    BoardStore boards(S3Client s3, BlenderSettings settings) {
        return new S3BoardStore(s3, settings.catalogueBucket());
    }

    @Produces
    @Singleton
    PinIndex pinIndex(OpenSearchConnection openSearch) {
        return new OpenSearchPinIndex(openSearch, IndexNames.standard());
    }

    @Startup
    @Produces
    @Singleton
    PinDesk pinDesk(PinStore pins, BoardStore boards, ImageLookup lookup, Clock clock) {
        return new PinDesk(pins, boards, lookup::signature, new Stamps(clock, new SecureRandom()));
    }

    @Startup
    @Produces
    @Singleton
    BoardDesk boardDesk(BoardStore boards, PinIndex pins, Clock clock) {
        return new BoardDesk(boards, pins, new Stamps(clock, new SecureRandom()));
    }
}
