package dev.slipway.commandline;

/** A file or folder that a command was pointed at cannot be used; the message says which and why. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableFileException(String message) {
        super(message);
    }
}
