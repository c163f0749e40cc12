package dev.slipway.commandline;

import picocli.CommandLine.Command;

/** The commands about folders of blueprints. */
@Command(
        name = "blueprint",
        description = "Checks, tests, renders and compares blueprints.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CheckCommand.class, TestCommand.class, RenderCommand.class, DiffCommand.class},
        footer = {
            "",
            "Exit codes: 0 all is well;",
            "            1 a blueprint is wrong, a test fails, a parameter is refused, or what --fail-on names is so;",
            "            2 the command cannot be understood, or a file cannot be used."
        })
final class BlueprintCommand {}
