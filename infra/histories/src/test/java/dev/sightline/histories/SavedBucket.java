package dev.sightline.histories;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EventJson;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.PinStore;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.PinId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bucket of pins and boards, which sends a message for every change. Boards are numbered; a new one never gets the id of one that went. */
final class SavedBucket {

    private final InMemoryPinStore pins = new InMemoryPinStore();
    private final InMemoryBoardStore boards = new InMemoryBoardStore();
    private final Map<Integer, BoardRecord> byNumber = new HashMap<>();
    private final Consumer<String> messages;
    private int changes;

    SavedBucket(Consumer<String> messages) {
        this.messages = messages;
    }

    PinStore pins() {
        return pins;
    }

    BoardStore boards() {
        return boards;
    }

    /** Saves an image to a board, which is made if there is none of that number. */
    void save(Content image, int number) {
        BoardRecord board = byNumber.get(number);
        if (board == null) {
            board = new BoardRecord(new BoardId("brd-%032x".formatted(next())), "board " + number, "", now(), now());
            boards.create(board);
            byNumber.put(number, board);
            tell(CatalogueKeys.board(board.id()));
        }
        PinId id = new PinId(image.signature(), "%032x".formatted(next()));
        pins.create(new PinRecord(id, board.id(), "title " + image, "", "", now(), now()));
        tell(CatalogueKeys.pin(id));
    }

    /** Deletes the oldest pin of an image. */
    void unsave(Content image) {
        pins.ofImage(image.signature()).stream().findFirst().map(PinRecord::id).ifPresent(id -> {
            pins.delete(id);
            tell(CatalogueKeys.pin(id));
        });
    }

    void rename(int number) {
        BoardRecord before = byNumber.get(number);
        if (before != null) {
            BoardRecord after = new BoardRecord(before.id(), "renamed " + next(), "", before.createdAt(), now());
            boards.find(before.id()).ifPresent(stored -> boards.replace(after, stored.etag()));
            byNumber.put(number, after);
            tell(CatalogueKeys.board(after.id()));
        }
    }

    void drop(int number) {
        BoardRecord board = byNumber.remove(number);
        if (board != null) {
            boards.delete(board.id());
            tell(CatalogueKeys.board(board.id()));
        }
    }

    /** The pins of an image whose boards are there. */
    List<PinRecord> saved(Content image) {
        return pins.ofImage(image.signature()).stream()
                .filter(pin -> boards.find(pin.board()).isPresent())
                .toList();
    }

    private int next() {
        return ++changes;
    }

    private Instant now() {
        return Fixtures.NOW.plusSeconds(changes);
    }

    private void tell(String key) {
        messages.accept(EventJson.write(new CatalogueChanged(key)));
    }
}
