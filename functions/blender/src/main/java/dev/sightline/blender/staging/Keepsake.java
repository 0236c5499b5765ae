package dev.sightline.blender.staging;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.QueryId;

/** Something that was found out for a query, and that a later one can do without finding out again. */
public sealed interface Keepsake {

    /** Stores it. */
    void storeIn(StagedQueries staged);

    /** A photo that came with the request, and what was seen in it. The bytes are not copied: nobody changes them. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of megabytes between two stages; never compared.
    record NewPhoto(QueryId id, byte[] pixels, FeatureRecord features) implements Keepsake {

        @Override
        public void storeIn(StagedQueries staged) {
            staged.savePixels(id, pixels);
            staged.saveFeatures(id, features);
        }
    }

    /** What the model set that is served now saw in a photo that is kept already. */
    record SeenAnew(QueryId id, FeatureRecord features) implements Keepsake {

        @Override
        public void storeIn(StagedQueries staged) {
            staged.saveFeatures(id, features);
        }
    }

    /** What was seen in a free box. */
    record SeenCrop(ImageCrop crop, ImageAnalysis analysis) implements Keepsake {

        @Override
        public void storeIn(StagedQueries staged) {
            staged.remember(crop, analysis);
        }
    }
}
