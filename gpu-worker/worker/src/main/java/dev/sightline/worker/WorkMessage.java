package dev.sightline.worker;

/**
 * A message as it was received: {@code receipt} stands for this one delivery; {@code receiveCount} counts the deliveries, this one
 * included, from 1.
 */
record WorkMessage(String id, String receipt, String body, int receiveCount) {}
