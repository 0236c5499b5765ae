package dev.sightline.local.pins;

/**
 * How far an import came, over all its runs.
 *
 * @param lines pins that are done with, from the beginning of the file
 * @param created of them that are new
 * @param existing of them that were there already
 * @param failed of them that are refused, each with its reason in the report
 */
public record ImportProgress(long lines, long created, long existing, long failed) {

    /** Before the first line. */
    static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0);

    ImportProgress plus(long moreCreated, long moreExisting, long moreFailed) {
        return new ImportProgress(
                lines + moreCreated + moreExisting + moreFailed,
                created + moreCreated,
                existing + moreExisting,
                failed + moreFailed);
    }
}
