package dev.sightline.indexer;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.IndexMessage;
import dev.sightline.index.PinIndex;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/**
 * A board came, changed or went: sends a message for each image with pins on it, so that each is looked at, repeated and given up alone.
 *
 * <p>The images are those of the view. A pin that is not in it yet has a message of its own on the way, whose handler reads the board again after it
 * wrote the pin.
 */
final class BoardFanOut {

    private static final Logger LOG = System.getLogger(BoardFanOut.class.getName());
    private static final int PAGE = 500;

    private final PinIndex index;
    private final EventQueue<IndexMessage> indexQueue;

    BoardFanOut(PinIndex index, EventQueue<IndexMessage> indexQueue) {
        this.index = index;
        this.indexQueue = indexQueue;
    }

    /**
     * Sends all messages; safe to repeat.
     *
     * @throws SightlineException if the images cannot be read, or one of the messages is not accepted
     */
    void send(BoardId board) {
        int sent = 0;
        List<ImageSignature> page = index.imagesOfBoard(board, null, PAGE);
        while (!page.isEmpty()) {
            Map<Integer, SightlineException> refused = indexQueue.send(page.stream()
                    .<IndexMessage>map(image -> new CatalogueChanged(CatalogueKeys.pinsOf(image)))
                    .toList());
            if (!refused.isEmpty()) {
                throw refused.values().iterator().next();
            }
            sent += page.size();
            page = index.imagesOfBoard(board, page.getLast(), PAGE);
        }
        LOG.log(Level.INFO, "outcome=board-changed board={0} images={1}", board, sent);
    }
}
