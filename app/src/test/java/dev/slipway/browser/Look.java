package dev.slipway.browser;

import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at a page. */
record Look(ColorScheme scheme, int width, boolean scripts) {

    static final Look USUAL = new Look(ColorScheme.LIGHT, 1440, true);

    Look dark() {
        return new Look(ColorScheme.DARK, width, scripts);
    }

    Look wide(int pixels) {
        return new Look(scheme, pixels, scripts);
    }

    Look withoutScripts() {
        return new Look(scheme, width, false);
    }
}
