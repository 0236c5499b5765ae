package dev.sightline.storage;

import dev.sightline.visual.TraceParent;
import java.util.Optional;

/** Port: in which trace an object was uploaded. */
@FunctionalInterface
public interface UploadTraces {

    /** Nobody knows. */
    UploadTraces NONE = key -> Optional.empty();

    /** The place in a trace that the object's metadata names; empty without one, and if it cannot be found out soon. Never fails: it is a matter of spans only. */
    Optional<TraceParent> of(String key);
}
