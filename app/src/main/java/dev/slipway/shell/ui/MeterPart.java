package dev.slipway.shell.ui;

/**
 * One piece of a bar.
 *
 * @param kind used, forecast, added, over, done, cache, runtime, free, reserved or tick
 * @param start in percent of the bar, as it is written
 * @param width in percent of the bar, as it is written
 */
public record MeterPart(String kind, String start, String width, String label, String figure) {}
