package dev.slipway.kernel;

/** Something that is needed is away or busy; the same call may succeed later. */
public final class UnavailableException extends SlipwayException {

    public UnavailableException(String code, String message) {
        super(Category.UNAVAILABLE, code, message, null);
    }

    public UnavailableException(String code, String message, Throwable cause) {
        super(Category.UNAVAILABLE, code, message, cause);
    }
}
