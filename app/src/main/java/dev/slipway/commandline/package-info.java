/**
 * The command line: checks, tests, renders and compares folders of blueprints where no portal runs, as in the CI of the
 * repository they are kept in. Starts no Spring and writes no log.
 */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"blueprint", "blueprint :: source"})
@NullMarked
package dev.slipway.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
