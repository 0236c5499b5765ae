package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.BoardRecord;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.BoardId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BoardStore} does. */
public abstract class BoardStoreContract {

    private static final BoardRecord BOARD = Fixtures.aBoard(1);

    /** The store, empty before each test. */
    protected abstract BoardStore store();

    @Test
    void find_ofAnEmptyStore_isAbsent() {
        assertThat(store().find(BOARD.id())).isEmpty();
        assertThat(store().find(Set.of(BOARD.id()))).isEmpty();
        assertThat(store().list(null, 10)).isEmpty();
    }

    @Test
    void create_ofAnIdThatExists_changesNothing() {
        assertThat(store().create(BOARD)).isTrue();
        assertThat(store().create(renamed(BOARD, "other"))).isFalse();

        assertThat(store().find(BOARD.id())).map(Versioned::value).contains(BOARD);
    }

    @Test
    void replace_ofTheExpectedOne_changesBoardAndEtag() {
        store().create(BOARD);
        String etag = etag(BOARD);

        assertThat(store().replace(renamed(BOARD, "é new"), etag)).isTrue();
        assertThat(store().replace(renamed(BOARD, "late"), etag)).isFalse();

        assertThat(store().find(BOARD.id())).map(Versioned::value).contains(renamed(BOARD, "é new"));
        assertThat(etag(BOARD)).isNotEqualTo(etag);
    }

    @Test
    void replace_ofOneThatIsGone_doesNotBringItBack() {
        store().create(BOARD);
        String etag = etag(BOARD);
        store().delete(BOARD.id());
        store().delete(BOARD.id());

        assertThat(store().replace(BOARD, etag)).isFalse();

        assertThat(store().find(BOARD.id())).isEmpty();
        assertThat(store().list(null, 10)).isEmpty();
    }

    @Test
    void find_ofSeveral_holdsThoseThatExist() {
        store().create(BOARD);
        store().create(Fixtures.aBoard(2));

        assertThat(store().find(Set.of(
                        BOARD.id(), Fixtures.aBoard(2).id(), Fixtures.aBoard(3).id())))
                .isEqualTo(Map.of(BOARD.id(), BOARD, Fixtures.aBoard(2).id(), Fixtures.aBoard(2)));
    }

    @Test
    void list_inPages_holdsEveryBoardOnceInTheOrderOfIds() {
        List<BoardRecord> boards = IntStream.rangeClosed(1, 7)
                .mapToObj(Fixtures::aBoard)
                .sorted(Comparator.comparing(board -> board.id().value()))
                .toList();
        boards.forEach(store()::create);

        BoardId third = boards.get(2).id();
        BoardId sixth = boards.get(5).id();
        assertThat(store().list(null, 3)).isEqualTo(boards.subList(0, 3));
        assertThat(store().list(third, 3)).isEqualTo(boards.subList(3, 6));
        assertThat(store().list(sixth, 3)).isEqualTo(boards.subList(6, 7));
        assertThat(store().list(boards.getLast().id(), 3)).isEmpty();
    }

    private String etag(BoardRecord board) {
        return store().find(board.id()).orElseThrow().etag();
    }

    private static BoardRecord renamed(BoardRecord board, String name) {
        return new BoardRecord(
                board.id(),
                name,
                board.description(),
                board.createdAt(),
                board.changedAt().plusSeconds(1));
    }
}
