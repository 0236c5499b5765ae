package dev.sightline.worker;

import java.time.Duration;

/**
 * How much the queue loop takes on, and its times. A poll waits {@code receiveWait}; a message whose image failed comes again after {@code
 * retryDelay.first()}, one for which storage did not answer after growing delays; what runs when the worker stops has {@code stopTimeout}
 * to finish; held messages are hidden again every {@code heartbeat}.
 */
record LoopLimits(
        HandlerLimits handlers,
        Duration receiveWait,
        RetryDelay retryDelay,
        Duration stopTimeout,
        Duration heartbeat) {}
