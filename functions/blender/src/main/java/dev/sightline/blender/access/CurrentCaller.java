package dev.sightline.blender.access;

import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.SightlineException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who asks in this request, once that is known: before, there is nobody, and what needs somebody fails. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** Says who asks. */
    public void is(Caller known) {
        caller = known;
    }

    /** The id of the caller's key. */
    public String id() {
        return required().key().id();
    }

    /** What the caller may see. */
    public AccessScope scope() {
        return required().scope();
    }

    /**
     * Refuses a caller who sees one collection only, where numbers are of all.
     *
     * @throws SightlineException with {@link ErrorCode#FORBIDDEN}
     */
    public void requireAll() {
        if (!scope().equals(AccessScope.ALL)) {
            throw new SightlineException(
                    ErrorCode.FORBIDDEN, "expected a key that sees all collections: the numbers are of all of them");
        }
    }

    /** Where that goes which the caller makes: its own collection, or the default one. */
    public ImageCollection home() {
        return scope().only().orElse(ImageCollection.DEFAULT);
    }

    private Caller required() {
        return Objects.requireNonNull(caller, "nobody asks yet");
    }
}
