package dev.slipway.provisioning.web;

import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Plan;
import dev.slipway.shell.ui.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * What the change page shows.
 *
 * @param baseRevision the revision that the form began from
 * @param conflicts where somebody else's newer revision and this form differ; empty unless there is one
 */
record ChangePage(
        InstanceView instance,
        int baseRevision,
        String reason,
        List<FormSection> sections,
        FieldSources.Offered offered,
        List<ShareCards> shares,
        String key,
        FormErrors errors,
        Plan plan,
        Rail rail,
        List<Difference> conflicts,
        boolean conflict) {

    /** One field as it is in the newest revision and as it is in the form. */
    record Difference(String field, String theirs, String yours) {

        public boolean differs() {
            return !theirs.equals(yours);
        }
    }

    public String path() {
        return "/instances/" + instance.id();
    }

    public Optional<String> error(String control) {
        return errors.of(control);
    }

    public List<FieldError> problems() {
        return errors.linked(sections);
    }
}
