package dev.sightline.reconcile;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.PinTexts;
import dev.sightline.visual.BoardId;
import java.util.List;
import java.util.Map;

/** The pins of an image, oldest first, and their boards: all of them exist. */
public record SavedPins(List<PinRecord> pins, Map<BoardId, BoardRecord> boards) {

    /** Of an image that nobody saved, or that is gone. */
    public static final SavedPins NONE = new SavedPins(List.of(), Map.of());

    public SavedPins {
        pins = List.copyOf(pins);
        boards = Map.copyOf(boards);
    }

    /** What is written at the image, given its keys. */
    public ImageTexts texts(List<String> keys) {
        return pins.isEmpty() ? ImageTexts.ofKeys(keys) : PinTexts.of(pins, boards);
    }
}
