package dev.sightline.blender.search;

import dev.sightline.index.EngagementIndex;
import dev.sightline.index.PinIndex;

/** What people did, as sources of Related Pins need it. */
public record LearnedViews(PinIndex pins, EngagementIndex engagement) {}
