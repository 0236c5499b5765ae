/**
 * The demonstration that Related Pins learn, on the real system and with users that do not exist.
 *
 * <p>Read {@link dev.sightline.local.learn.LearnDemo} first.
 */
@NullMarked
package dev.sightline.local.learn;

import org.jspecify.annotations.NullMarked;
