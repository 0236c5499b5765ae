/** The engagement log as a folder of files, and what it says of variants: save propensity and rates. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.engagement;
