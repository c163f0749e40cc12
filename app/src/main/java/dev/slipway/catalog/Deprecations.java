package dev.slipway.catalog;

import dev.slipway.access.Caller;
import java.time.LocalDate;

/**
 * The end of a published version: deprecated with a date and a note, then retired. Neither touches what runs. For everybody
 * but platform admins it is refused as if nothing were there.
 */
public interface Deprecations {

    /**
     * Tells those who run it that they should move on, and until when; once more with another date or note.
     *
     * @param seen the changes of the version that the caller has seen
     * @param until a day after today
     * @throws dev.slipway.kernel.InvalidException {@code no-comment}, {@code end-in-the-past}
     * @throws dev.slipway.kernel.ConflictException {@code version-changed} when somebody was quicker, {@code version-retired}
     */
    void deprecate(Caller caller, String name, String version, long seen, LocalDate until, String note);

    /**
     * Takes a deprecated version out of the catalog: nothing is launched from it any more.
     *
     * @throws dev.slipway.kernel.InvalidException {@code too-early} before the day that was told
     * @throws dev.slipway.kernel.ConflictException {@code version-changed} when somebody was quicker, {@code version-retired}
     */
    void retire(Caller caller, String name, String version, long seen);
}
