package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A box as clients write it: fractions of the displayed frame, origin top left, all four fields present. */
@Schema(
        requiredProperties = {"x", "y", "w", "h"},
        description =
                "A rectangle in fractions of the displayed frame, origin top left. An overshoot of up to 0.001 is clamped")
public record BoxBody(
        @Schema(description = "left edge", minimum = "-0.001", maximum = "1") @Nullable Double x,

        @Schema(description = "upper edge", minimum = "-0.001", maximum = "1") @Nullable Double y,

        @Schema(
                description = "width; x + w is at most 1.001",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1.002")
        @Nullable Double w,

        @Schema(
                description = "height; y + h is at most 1.001",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1.002")
        @Nullable Double h) {

    /**
     * The box.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_BOX} if a field is absent or the box leaves the frame
     */
    NormalizedBox toBox() {
        if (x == null || y == null || w == null || h == null) {
            throw new SightlineException(
                    ErrorCode.INVALID_BOX, "expected x, y, w and h in box, missing: " + String.join(", ", missing()));
        }
        return new NormalizedBox(x, y, w, h);
    }

    private List<String> missing() {
        List<String> names = new ArrayList<>();
        addIfNull(names, "x", x);
        addIfNull(names, "y", y);
        addIfNull(names, "w", w);
        addIfNull(names, "h", h);
        return names;
    }

    private static void addIfNull(List<String> names, String name, @Nullable Double value) {
        if (value == null) {
            names.add(name);
        }
    }
}
