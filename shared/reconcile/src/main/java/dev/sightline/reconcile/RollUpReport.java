package dev.sightline.reconcile;

/** What a roll-up found: days in the log, those of them whose roll-up is another one now, and of how many pairs and images there are counts. */
public record RollUpReport(int days, int changed, int pairs, int images) {}
