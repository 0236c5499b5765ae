package dev.sightline.histories;

import java.util.Optional;

/**
 * One thing that happens. Messages are told by a number: {@code pick} modulo the number of messages that there are; an action that finds
 * no message does nothing.
 */
sealed interface Action {

    /** Somebody uploads. */
    record Put(String key, Content content) implements Action {
        @Override
        public String toString() {
            return "put %s: %s".formatted(key, content);
        }
    }

    /** Somebody deletes; nothing if there is no such object. */
    record Delete(String key) implements Action {
        @Override
        public String toString() {
            return "delete " + key;
        }
    }

    /** An instance gets up to {@code size} messages, the worker always one. */
    record Deliver(Stage stage, int pick, int size, Optional<Fault> fault) implements Action {
        @Override
        public String toString() {
            String what = size == 1 || stage == Stage.WORKER ? "message " + pick : size + " messages from " + pick;
            return "%s gets %s%s"
                    .formatted(stage, what, fault.map(f -> " and " + f).orElse(""));
        }
    }

    /** The queue makes a copy of a waiting message; when one of the two is deleted, so is the other. */
    record Copy(Stage stage, int pick) implements Action {
        @Override
        public String toString() {
            return "the queue of %s copies message %d".formatted(stage, pick);
        }
    }

    /** A message that was sent once comes again, deleted or not. */
    record Repeat(Stage stage, int pick) implements Action {
        @Override
        public String toString() {
            return "the queue of %s repeats message %d of all".formatted(stage, pick);
        }
    }

    /** Somebody sends the dead letters back. */
    record Redrive(Stage stage) implements Action {
        @Override
        public String toString() {
            return "redrive to " + stage;
        }
    }

    /** Somebody saves an image, which need not be there, to a board. */
    record Save(Content image, int board) implements Action {
        @Override
        public String toString() {
            return "save %s to board %d".formatted(image, board);
        }
    }

    /** Somebody deletes the oldest pin of an image. */
    record Unsave(Content image) implements Action {
        @Override
        public String toString() {
            return "delete a pin of " + image;
        }
    }

    /** Somebody gives a board another name. */
    record RenameBoard(int board) implements Action {
        @Override
        public String toString() {
            return "rename board " + board;
        }
    }

    /** Somebody deletes a board. */
    record DropBoard(int board) implements Action {
        @Override
        public String toString() {
            return "delete board " + board;
        }
    }

    /** Somebody opens a further generation of the index and reconciles every image that is live then. */
    record Rebuild() implements Action {
        @Override
        public String toString() {
            return "rebuild the index beside the others";
        }
    }

    /**
     * So much time goes by that no queue has a message from before any more, and tombstones are forgotten. Not while anything else
     * happens.
     */
    record Purge() implements Action {
        @Override
        public String toString() {
            return "weeks go by, and tombstones are purged";
        }
    }
}
