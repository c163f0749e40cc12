package dev.slipway.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent is wrong and will be refused every time; where one field is to blame, it is named. */
public final class InvalidException extends SlipwayException {

    private final @Nullable String field;

    public InvalidException(String code, String message) {
        super(Category.INVALID, code, message, null);
        this.field = null;
    }

    public InvalidException(String code, String message, String field) {
        super(Category.INVALID, code, message, null);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
