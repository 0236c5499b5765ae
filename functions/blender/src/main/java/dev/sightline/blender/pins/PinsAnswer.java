package dev.sightline.blender.pins;

import dev.sightline.events.PinRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of pins; {@code next} is the cursor of the page after it, absent at the end. */
@Schema(name = "PinPage", description = "A page of pins")
public record PinsAnswer(
        @Schema(description = "the pins") List<PinAnswer> pins,

        @Schema(description = "cursor of the next page; absent at the end") @Nullable String next) {

    public PinsAnswer {
        pins = List.copyOf(pins);
    }

    /** A page that may be followed by another one if it has as many pins as were asked for. */
    static PinsAnswer page(List<PinRecord> pins, int limit) {
        String next = pins.size() < limit ? null : Cursor.after(pins.getLast());
        return new PinsAnswer(pins.stream().map(PinAnswer::of).toList(), next);
    }

    /** The same page, with another text for where the next one begins. */
    public PinsAnswer withNext(@Nullable String cursor) {
        return new PinsAnswer(pins, cursor);
    }
}
