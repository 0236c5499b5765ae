package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;

/**
 * The frame policy: the first frame or page that is not flat, as a viewer shows it with what is left of those before; the first of
 * all if each one that is looked at is flat.
 */
final class FrameChoice {

    /** A frame as displayed, before it is turned upright; {@code area} is its size in the file. */
    record Chosen(int number, FrameSize area, RgbPixels pixels) {}

    private final ImageFile file;
    private final ImageLimits limits;
    private final FrameLayout layout;
    private final Screen screen = new Screen();

    FrameChoice(ImageFile file, ImageLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        layout = file.layout(limits.maxFrames());
        if (layout.count() > limits.maxFrames()) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_FRAMES,
                    "expected at most %d frames, got %d".formatted(limits.maxFrames(), layout.count()));
        }
        if (layout.count() == 0) {
            throw new IOException("expected a frame, got none");
        }
    }

    Chosen choose() throws IOException {
        int looked = layout.first().size();
        Chosen first = show(0);
        Chosen shown = first;
        for (int i = 1; i < looked && FlatFrame.isFlat(shown.pixels()); i++) {
            shown = show(i);
        }
        return looked > 1 && FlatFrame.isFlat(shown.pixels()) ? first : shown;
    }

    private Chosen show(int number) throws IOException {
        FrameSize size = file.size(number);
        FrameSize area = layout.area(size);
        checkPixels(size);
        checkPixels(area);
        int n = Math.max(1, area.longestSide() / limits.maxSide());
        Layer frame = file.read(number, n);
        return new Chosen(number, area, screen.show(frame, layout.first().get(number), area, n));
    }

    private void checkPixels(FrameSize size) {
        boolean held = file.isHeldByCodec();
        long most = held ? Math.min(limits.maxPixels(), limits.maxHeldPixels()) : limits.maxPixels();
        if (size.pixels() > most) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_PIXELS,
                    "expected at most %d pixels%s, got %d x %d = %d"
                            .formatted(
                                    most,
                                    held ? " in a file that is decoded as a whole" : "",
                                    size.width(),
                                    size.height(),
                                    size.pixels()));
        }
    }
}
