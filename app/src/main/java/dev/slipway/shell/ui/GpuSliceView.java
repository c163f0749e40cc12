package dev.slipway.shell.ui;

import org.jspecify.annotations.Nullable;

/**
 * One group of a GPU strip: a share, or one free cell.
 *
 * @param at first memory slice, from 0
 * @param span memory slices; in mode {@code memory} the width in up to 24 parts
 * @param compute how many of its compute slices the share can use; none means all
 * @param team the team's colour number; none is a choice not taken yet
 * @param environment {@code prod}, {@code test} or {@code dev}
 * @param state {@code free}, {@code fits} or {@code stranded}; none is a share
 * @param label inside the group, at sizes m and l
 */
public record GpuSliceView(
        int at,
        int span,
        @Nullable Integer compute,
        @Nullable Integer team,
        @Nullable String environment,
        @Nullable String state,
        boolean own,
        boolean idle,
        @Nullable String label) {

    public static GpuSliceView share(int at, int span) {
        return new GpuSliceView(at, span, null, null, null, null, false, false, null);
    }

    public static GpuSliceView free(int at) {
        return cell(at, "free");
    }

    public static GpuSliceView fits(int at) {
        return cell(at, "fits");
    }

    public static GpuSliceView stranded(int at) {
        return cell(at, "stranded");
    }

    private static GpuSliceView cell(int at, String state) {
        return new GpuSliceView(at, 1, null, null, null, state, false, false, null);
    }

    public GpuSliceView computing(int slices) {
        return new GpuSliceView(at, span, slices, team, environment, state, own, idle, label);
    }

    public GpuSliceView of(int teamColour, String environmentKind) {
        return new GpuSliceView(at, span, compute, teamColour, environmentKind, state, own, idle, label);
    }

    public GpuSliceView labelled(String text) {
        return new GpuSliceView(at, span, compute, team, environment, state, own, idle, text);
    }

    public GpuSliceView yours() {
        return new GpuSliceView(at, span, compute, team, environment, state, true, idle, label);
    }

    public GpuSliceView idling() {
        return new GpuSliceView(at, span, compute, team, environment, state, own, true, label);
    }

    /** How many compute slices to fill, where that is fewer than the share's columns. */
    public @Nullable Integer shortCompute() {
        return compute != null && compute < span ? compute : null;
    }
}
