package dev.sightline.storage;

import dev.sightline.events.BoardRecord;
import dev.sightline.visual.BoardId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: boards, of which S3 is the truth. As {@link PinStore}. */
public interface BoardStore {

    /**
     * Stores a new board.
     *
     * @return false if one with this id exists, and nothing was changed
     */
    boolean create(BoardRecord board);

    /** A board with its ETag. */
    Optional<Versioned<BoardRecord>> find(BoardId id);

    /** Those of the boards that exist, read side by side. */
    Map<BoardId, BoardRecord> find(Set<BoardId> ids);

    /**
     * Replaces a board, provided that it still has this ETag.
     *
     * @return false if it changed meanwhile or is gone, and nothing was changed
     */
    boolean replace(BoardRecord board, String expectedEtag);

    /** Deletes a board; an unknown one is no error. Its pins are the indexer's concern. */
    void delete(BoardId id);

    /**
     * A page of boards in the order of their ids.
     *
     * @param after the last id of the page before; null: the first page
     */
    List<BoardRecord> list(@Nullable BoardId after, int limit);
}
