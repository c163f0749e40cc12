package dev.slipway.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for and did not happen, told in the words of the person who asked. The message is shown as
 * it is: what happened, why, what to do. Knows nothing of HTTP; the shell turns the {@link #category()} into a status.
 */
public abstract sealed class SlipwayException extends RuntimeException
        permits NotFoundException, RefusedException, ConflictException, InvalidException, UnavailableException {

    /** What the asker can do about it. */
    public enum Category {
        /** It is not there, or the asker may not know of it. */
        NOT_FOUND,
        /** It is there and the asker may not do this. */
        REFUSED,
        /** It changed meanwhile, or the name is taken. */
        CONFLICT,
        /** What was sent is wrong; sending it again does not help. */
        INVALID,
        /** Something that is needed is away; sending it again may help. */
        UNAVAILABLE
    }

    private final Category category;
    private final String code;

    SlipwayException(Category category, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
        this.code = code;
    }

    public Category category() {
        return category;
    }

    /** A stable name of the problem, for programs and for the list of problems: {@code instance-not-found}. */
    public String code() {
        return code;
    }

    /** The field of the form or document that is wrong, where there is one: {@code replicas}. */
    public Optional<String> field() {
        return Optional.empty();
    }
}
