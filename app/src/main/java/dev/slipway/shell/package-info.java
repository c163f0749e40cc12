/**
 * What every page shares: layout, navigation, components, errors, streams to the browser and security headers. It
 * knows no room; what a page shows of one comes through {@link dev.slipway.shell.NavigationContributor} and
 * {@link dev.slipway.shell.PageContext}, which rooms implement.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.slipway.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
