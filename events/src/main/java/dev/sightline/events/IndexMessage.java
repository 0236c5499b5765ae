package dev.sightline.events;

/** Every message of the index queue: what happened to a source, what to look at again, or that it is time to clear up. */
public sealed interface IndexMessage permits IndexEvent, CatalogueChanged, PurgeDue {}
