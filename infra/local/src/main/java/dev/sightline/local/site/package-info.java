/** The deployment that an operation works on: the system on this machine, or one in an AWS account. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.site;
