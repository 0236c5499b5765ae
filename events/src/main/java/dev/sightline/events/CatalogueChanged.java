package dev.sightline.events;

/**
 * An object of the catalogue bucket came, changed or went: look at what it belongs to again. {@code key}: of a pin, of a board, or {@link
 * CatalogueKeys#pinsOf} of an image. Says nothing of what happened, so that order, number and delay of messages do not matter.
 */
public record CatalogueChanged(String key) implements IndexMessage {}
