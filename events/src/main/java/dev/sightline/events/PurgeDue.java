package dev.sightline.events;

/**
 * It is time to purge the tombstones: the records of keys that were removed long ago.
 *
 * <p>Carries no time: how old a tombstone must be is the indexer's setting, and it counts from when the message is handled, so that one
 * that waited, or came twice, purges nothing that should stay.
 */
public record PurgeDue() implements IndexMessage {}
