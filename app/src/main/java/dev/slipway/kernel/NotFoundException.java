package dev.slipway.kernel;

/** It is not there, or whoever asked may not know of it: the two answers are the same. */
public final class NotFoundException extends SlipwayException {

    public NotFoundException(String code, String message) {
        super(Category.NOT_FOUND, code, message, null);
    }
}
