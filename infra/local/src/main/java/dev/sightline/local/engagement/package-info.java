/** What the launcher takes out of the engagement log. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.engagement;
