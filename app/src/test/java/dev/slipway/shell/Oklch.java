package dev.slipway.shell;

/** Enough of colour to tell how well one is read on another. */
record Oklch(double lightness, double chroma, double hue) {

    static Oklch of(String triplet) {
        var parts = triplet.strip().split(" ", -1);
        return new Oklch(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    /** The contrast of WCAG 2: from 1 to 21. */
    double contrast(Oklch other) {
        var light = Math.max(luminance(), other.luminance());
        var dark = Math.min(luminance(), other.luminance());
        return (light + 0.05) / (dark + 0.05);
    }

    private double luminance() {
        var a = chroma * Math.cos(Math.toRadians(hue));
        var b = chroma * Math.sin(Math.toRadians(hue));
        var l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return 0.2126 * inGamut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
                + 0.7152 * inGamut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
                + 0.0722 * inGamut(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double inGamut(double linear) {
        return Math.min(1, Math.max(0, linear));
    }
}
