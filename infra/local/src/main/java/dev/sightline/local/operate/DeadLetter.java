package dev.sightline.local.operate;

import java.time.Instant;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message that was given up.
 *
 * @param reason why, as far as its source tells: the slug of an error code, or one of the words of {@link DeadLetterReader}
 * @param about the key that it speaks of, or why that cannot be told
 * @param fate what a redrive does with it
 */
record DeadLetter(Message message, String reason, String about, Fate fate) {

    enum Fate {
        /** It may succeed now, or is found to be overtaken. */
        REDRIVEN,
        /** No stage can do anything with it. */
        USELESS
    }

    /** When it was sent first. */
    Instant sentAt() {
        String millis = message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
