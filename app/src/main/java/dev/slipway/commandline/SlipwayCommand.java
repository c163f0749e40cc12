package dev.slipway.commandline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** What {@code java -jar slipway.jar} does when it is given a command. */
@Command(
        name = "slipway",
        description = "Starts the portal, or does what a command says without it.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = BlueprintCommand.class)
public final class SlipwayCommand {

    private static final List<String> HELP = List.of("-h", "--help");

    /** Everything is as it should be. */
    public static final int FINE = 0;
    /** A blueprint is wrong, a test fails, a parameter is refused, a difference is one that was not to be. */
    public static final int AT_FAULT = 1;
    /** The command cannot be understood, or a file cannot be read or written. */
    public static final int MISUSED = 2;

    SlipwayCommand() {}

    /** Whether these arguments are a command, and not settings of the portal. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
    }

    /** Does what the arguments say, and gives the exit code. */
    public static int run(String... arguments) {
        // The libraries of the language log through SLF4J; whoever reads a report wants nothing of it.
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var specification = CommandSpec.forAnnotatedObject(new SlipwayCommand()).addOption(help());
        var exit = new CommandLine(specification)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(SlipwayCommand::unreadable)
                .execute(arguments);
        out.flush();
        err.flush();
        return exit;
    }

    private static OptionSpec help() {
        return OptionSpec.builder(HELP.toArray(String[]::new))
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Say what there is to say, and do nothing.")
                .build();
    }

    private static int unreadable(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof UnusableFileException) {
            command.getErr().println(failure.getMessage());
            return MISUSED;
        }
        throw failure;
    }
}
