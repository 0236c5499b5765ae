package dev.sightline.local.operate;

/**
 * How far a back-fill came, over all its runs.
 *
 * @param afterKey the last key that is done with; empty at the beginning
 * @param listed objects
 * @param known of them that a source knows with their content, or that can never be images
 * @param sent of them for which a notice was sent, or would be in a dry run
 * @param total objects under the prefix as a whole walk last counted them; 0 if none did
 * @param finished whether the last key was reached
 */
public record BackfillProgress(String afterKey, long listed, long known, long sent, long total, boolean finished) {

    /** Before the first key. */
    public static final BackfillProgress NONE = new BackfillProgress("", 0, 0, 0, 0, false);

    BackfillProgress afterKnown(String key) {
        return new BackfillProgress(key, listed + 1, known + 1, sent, total, false);
    }

    BackfillProgress afterSent(String key) {
        return new BackfillProgress(key, listed + 1, known, sent + 1, total, false);
    }

    /** At the end: what was listed is all there is. */
    BackfillProgress end() {
        return new BackfillProgress(afterKey, listed, known, sent, listed, true);
    }

    /** At the beginning again, with the number of objects that an earlier walk counted. */
    BackfillProgress restarted() {
        return new BackfillProgress("", 0, 0, 0, total, false);
    }
}
