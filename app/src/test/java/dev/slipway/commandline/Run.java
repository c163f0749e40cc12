package dev.slipway.commandline;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of a command. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = SlipwayCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
