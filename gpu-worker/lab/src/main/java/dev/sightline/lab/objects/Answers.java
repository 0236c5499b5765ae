package dev.sightline.lab.objects;

/** Which pictures may answer a query. */
enum Answers {
    /** All but the query's own. */
    OTHER_PICTURES("other pictures"),
    /** Also without those that show the very cut-out of the query: the same kind of thing must be found, not the same thing. */
    OTHER_SOURCES("other cut-outs");

    private final String words;

    Answers(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean allow(SearchablePicture picture, ObjectQuery query) {
        return switch (this) {
            case OTHER_PICTURES -> true;
            case OTHER_SOURCES -> !picture.isComposedOf(query.object().source());
        };
    }
}
