package dev.sightline.blender.dots;

import dev.sightline.index.StoredObject;
import dev.sightline.visual.DominantObjectRule;
import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignals;
import java.util.List;

/** A detected object of an image and what the gate said of it. */
public sealed interface Dot {

    /** Which object. */
    StoredObject object();

    /** How dominant it is in its image, 0..1, by {@link DominantObjectRule}. */
    default double dominance() {
        return DominantObjectRule.score(object().object());
    }

    /** Its search result was judged by its signals; {@code refusals}: one for each signal that speaks against a dot, none if it is one. */
    record Decided(StoredObject object, DotSignals signals, List<DotRefusal> refusals) implements Dot {

        public Decided {
            refusals = List.copyOf(refusals);
        }

        /** The decision of a gate. */
        static Decided of(StoredObject object, DotSignals signals, DotGate gate) {
            return new Decided(object, signals, DotRefusal.of(signals, gate));
        }

        /** Whether it is a dot. */
        public boolean shown() {
            return refusals.isEmpty();
        }
    }

    /** There was no search result in time, for a reason in words. */
    record Undecided(StoredObject object, String reason) implements Dot {}
}
