package dev.slipway.database;

import org.jspecify.annotations.Nullable;

/** The portal cannot start with this database; says what to do. */
final class DatabaseException extends RuntimeException {

    private final String action;

    DatabaseException(String message, String action) {
        this(message, action, null);
    }

    DatabaseException(String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
