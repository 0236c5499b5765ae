/** Sending events to queues: the port {@link dev.sightline.queue.EventQueue} and its SQS adapter. */
@org.jspecify.annotations.NullMarked
package dev.sightline.queue;
