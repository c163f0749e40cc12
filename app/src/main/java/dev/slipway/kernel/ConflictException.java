package dev.slipway.kernel;

/** Someone else was quicker: the name is taken, or the thing changed meanwhile. */
public final class ConflictException extends SlipwayException {

    public ConflictException(String code, String message) {
        super(Category.CONFLICT, code, message, null);
    }
}
