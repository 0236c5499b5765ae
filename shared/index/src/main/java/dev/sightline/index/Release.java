package dev.sightline.index;

import dev.sightline.events.Sequencer;
import dev.sightline.visual.ImageSignature;

/**
 * An image that a key no longer stands for, and the event that made it so, told by its version and the state that it brought.
 *
 * <p>That event's handler looks at the image's documents each time it runs, until it has done so once to the end. Nobody else does so
 * on its behalf: an attempt that broke off half-way would then have no successor that knows of the image.
 */
public record Release(ImageSignature signature, Sequencer by, SourceState state) {}
