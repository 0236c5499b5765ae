package dev.sightline.storage;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.visual.BoardId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Boards in the bucket of the catalogue, under {@link CatalogueKeys#board}; as {@link S3PinStore}. Safe for all threads. */
public final class S3BoardStore implements BoardStore {

    private static final int MAX_PAGE = 1000;

    private final S3Json records;
    private final BucketListing listing;

    public S3BoardStore(S3Client s3, String bucket) {
        this.records = new S3Json(s3, bucket);
        this.listing = new S3BucketListing(s3, bucket);
    }

    @Override
    public boolean create(BoardRecord board) {
        return records.create(CatalogueKeys.board(board.id()), board);
    }

    @Override
    public Optional<Versioned<BoardRecord>> find(BoardId id) {
        return records.find(CatalogueKeys.board(id), BoardRecord.class);
    }

    @Override
    public Map<BoardId, BoardRecord> find(Set<BoardId> ids) {
        return read(ids).stream().collect(Collectors.toMap(BoardRecord::id, Function.identity()));
    }

    @Override
    public boolean replace(BoardRecord board, String expectedEtag) {
        return records.replace(CatalogueKeys.board(board.id()), board, expectedEtag);
    }

    @Override
    public void delete(BoardId id) {
        records.delete(CatalogueKeys.board(id));
    }

    @Override
    public List<BoardRecord> list(@Nullable BoardId after, int limit) {
        List<BoardRecord> page = new ArrayList<>();
        String last = after == null ? "" : CatalogueKeys.board(after);
        while (page.size() < limit) {
            List<BucketObject> next = listing.page(CatalogueKeys.BOARDS, last, Math.min(MAX_PAGE, limit - page.size()));
            if (next.isEmpty()) {
                break;
            }
            page.addAll(read(ids(next)));
            last = next.getLast().key();
        }
        return List.copyOf(page);
    }

    private static List<BoardId> ids(List<BucketObject> objects) {
        return objects.stream()
                .flatMap(object -> CatalogueKeys.boardOf(object.key()).stream())
                .toList();
    }

    /** A board that goes between its listing and its reading is left out. */
    private List<BoardRecord> read(Collection<BoardId> ids) {
        return SideBySide.read(ids, id -> records.read(CatalogueKeys.board(id), BoardRecord.class));
    }
}
