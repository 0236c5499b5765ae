package dev.sightline.lab.objects;

import dev.sightline.lab.report.Section;
import dev.sightline.policy.DotPolicy;

/** The dots that were most precise on the tuning data, as a part of a policy, and what they are worth on other data. */
public record TunedDots(DotPolicy policy, Section section) {}
