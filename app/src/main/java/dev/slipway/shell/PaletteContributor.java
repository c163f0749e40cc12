package dev.slipway.shell;

import java.util.List;
import org.springframework.security.core.Authentication;

/** What a room lets people jump to by name. */
public interface PaletteContributor {

    /** The best few entries for these words, none if nothing fits; only what this person may open. */
    List<Entry> find(Authentication person, String words);

    /**
     * One entry.
     *
     * @param group its heading: {@code Instances}
     * @param note on the right: {@code Ready · prod · €1.94 /h}
     */
    record Entry(String group, String icon, String label, String note, String href) {}
}
