package dev.slipway.kernel;

/** It is there, and whoever asked may see it but not do this. */
public final class RefusedException extends SlipwayException {

    public RefusedException(String code, String message) {
        super(Category.REFUSED, code, message, null);
    }
}
