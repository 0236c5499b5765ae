package dev.sightline.index;

import dev.sightline.visual.AccessScope;
import java.util.Optional;

/**
 * An image near a query: {@code hammingDistance} in bits, smaller is nearer; {@code hammingFraction} the same as a share of the
 * bits, 0..1; {@code cosine} -1..1, larger is nearer, which decides the order.
 */
public record Neighbor(StoredImage image, int hammingDistance, double hammingFraction, double cosine) {

    /** The same, with what somebody may see of the image; empty if that is nothing. */
    public Optional<Neighbor> within(AccessScope scope) {
        return image.within(scope).map(seen -> new Neighbor(seen, hammingDistance, hammingFraction, cosine));
    }
}
