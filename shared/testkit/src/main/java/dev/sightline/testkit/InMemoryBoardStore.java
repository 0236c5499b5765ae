package dev.sightline.testkit;

import dev.sightline.events.BoardRecord;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.BoardId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Boards in memory. Safe for all threads. */
public final class InMemoryBoardStore implements BoardStore {

    private final InMemoryRecords<BoardId, BoardRecord> records = new InMemoryRecords<>();

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        records.available(false);
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        records.available(true);
    }

    /** Forgets all boards. */
    public void clear() {
        records.clear();
    }

    @Override
    public boolean create(BoardRecord board) {
        return records.create(board.id(), board);
    }

    @Override
    public Optional<Versioned<BoardRecord>> find(BoardId id) {
        return records.find(id);
    }

    @Override
    public Map<BoardId, BoardRecord> find(Set<BoardId> ids) {
        return records.all().stream()
                .filter(board -> ids.contains(board.id()))
                .collect(Collectors.toMap(BoardRecord::id, Function.identity()));
    }

    @Override
    public boolean replace(BoardRecord board, String expectedEtag) {
        return records.replace(board.id(), board, expectedEtag);
    }

    @Override
    public void delete(BoardId id) {
        records.delete(id);
    }

    @Override
    public List<BoardRecord> list(@Nullable BoardId after, int limit) {
        return records.all().stream()
                .filter(board -> after == null || board.id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }
}
