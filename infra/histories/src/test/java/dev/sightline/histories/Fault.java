package dev.sightline.histories;

/** What goes wrong with an instance at its {@code call}-th port call, from 1; nothing if there are fewer. */
record Fault(int call, Kind kind) {

    enum Kind {
        /** The call does nothing, and says so. */
        UNAVAILABLE("is told 'unavailable' at call "),
        /** Of several items one is refused, as a bulk item answered 429; a call without items is refused as a whole. */
        ITEM_REFUSED("has one item refused at call "),
        /** The call has its effect, but the answer does not arrive. */
        ANSWER_LOST("gets no answer to call "),
        /** The process ends before the call. */
        DIES_BEFORE("dies before call "),
        /** The process ends after the effect of the call. */
        DIES_AFTER("dies after call ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return kind.words + call;
    }
}
