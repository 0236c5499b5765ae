package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.SourceRegistry;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.BucketObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BucketListing} does. */
public abstract class BucketListingContract {

    /** Keys that break where one is encoded or decoded once too often, and two whose order in UTF-16 is another than in UTF-8. */
    private static final List<String> DIFFICULT_KEYS = List.of(
            "a b.jpg",
            "a+b.jpg",
            "a%20b.jpg",
            "a%2Bb.jpg",
            "a&b=c.png",
            "a#b?c.png",
            "a//b.png",
            "A.png",
            "é/ü ñ.png",
            "日本.webp",
            "\uFB01.png",
            "\uD83D\uDE00.png");

    /** The listing of an empty bucket. */
    protected abstract BucketListing listing();

    /** Puts an object and returns its ETag without quotes. */
    protected abstract String put(String key, byte[] bytes);

    /** Deletes an object. */
    protected abstract void remove(String key);

    @Test
    void page_ofEmptyBucket_isEmpty() {
        assertThat(listing().page("", "", 10)).isEmpty();
    }

    @Test
    void page_ofOneObject_saysWhatTheBucketKnows() {
        String etag = put("chair.jpg", new byte[] {1, 2, 3});

        BucketObject object = listing().page("", "", 10).getFirst();

        assertThat(object.key()).isEqualTo("chair.jpg");
        assertThat(object.etag()).isEqualTo(etag).doesNotContain("\"");
        assertThat(object.size()).isEqualTo(3);
        assertThat(object.lastModified()).isNotNull();
    }

    @Test
    void page_ofRemovedObject_isEmpty() {
        put("chair.jpg", new byte[1]);
        remove("chair.jpg");
        assertThat(listing().page("", "", 10)).isEmpty();
    }

    @Test
    void page_withDifficultKeys_listsThemInTheOrderOfTheirBytesInPagesOfAnySize() {
        DIFFICULT_KEYS.forEach(key -> put(key, new byte[1]));
        List<String> expected =
                DIFFICULT_KEYS.stream().sorted(SourceRegistry.KEY_ORDER).toList();

        assertThat(walk("", "", 100)).isEqualTo(expected);
        assertThat(walk("", "", 1)).isEqualTo(expected);
        assertThat(walk("", "", 5)).isEqualTo(expected);
    }

    @Test
    void page_withPrefix_listsOnlyKeysThatBeginWithIt() {
        for (String key : List.of("photos", "photos/a.jpg", "photos/b c.jpg", "photos2/a.jpg", "other.jpg")) {
            put(key, new byte[1]);
        }
        assertThat(walk("photos/", "", 100)).containsExactly("photos/a.jpg", "photos/b c.jpg");
        assertThat(walk("photos", "", 2)).containsExactly("photos", "photos/a.jpg", "photos/b c.jpg", "photos2/a.jpg");
        assertThat(walk("none", "", 2)).isEmpty();
    }

    @Test
    void page_afterKey_beginsBehindItWhetherItExistsOrNot() {
        for (String key : List.of("p/a", "p/b", "p/d")) {
            put(key, new byte[1]);
        }
        assertThat(walk("p/", "p/b", 10)).containsExactly("p/d");
        assertThat(walk("p/", "p/c", 10)).containsExactly("p/d");
        assertThat(walk("p/", "p/d", 10)).isEmpty();
    }

    private List<String> walk(String prefix, String afterKey, int limit) {
        List<String> keys = new ArrayList<>();
        String after = afterKey;
        List<BucketObject> page = listing().page(prefix, after, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(object -> keys.add(object.key()));
            after = page.getLast().key();
            page = listing().page(prefix, after, limit);
        }
        return keys;
    }
}
