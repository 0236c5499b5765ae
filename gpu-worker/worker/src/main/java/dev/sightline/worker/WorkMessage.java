package dev.sightline.worker;

import dev.sightline.queue.Sent;

/**
 * A message as it was received: {@code receipt} stands for this one delivery; {@code receiveCount} counts the deliveries, this one
 * included, from 1; {@code sent}: how it came into the queue.
 */
record WorkMessage(String id, String receipt, String body, int receiveCount, Sent sent) {}
