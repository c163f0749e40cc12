package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.provisioning.InstanceFilter;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.PaletteContributor;
import dev.slipway.shell.Section;
import dev.slipway.shell.Ui;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** The ways to the instances: the entry in the sidebar with how many there are, and each by its name. */
@Component
class InstanceNavigation implements NavigationContributor, PaletteContributor {

    private static final int MOST = 6;

    private final Instances instances;
    private final People people;
    private final ChosenTeam chosenTeam;
    private final Ui ui;

    InstanceNavigation(Instances instances, People people, ChosenTeam chosenTeam, Ui ui) {
        this.instances = instances;
        this.people = people;
        this.chosenTeam = chosenTeam;
        this.ui = ui;
    }

    @Override
    public List<NavigationItem> items(Authentication person) {
        var caller = people.caller(person);
        var count = instances.count(caller, filter(caller, ""));
        var badge = count == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(count));
        return List.of(new NavigationItem(Section.BUILD, 20, "instances", "Instances", "/instances", "box", badge));
    }

    @Override
    public List<Entry> find(Authentication person, String words) {
        var caller = people.caller(person);
        return instances.first(caller, filter(caller, words), MOST).stream()
                .map(this::entry)
                .toList();
    }

    private InstanceFilter filter(Caller caller, String words) {
        var query = new LinkedMultiValueMap<String, String>();
        query.add("q", words);
        return InstanceQuery.of(chosenTeam.toLookAt(caller), query).broad();
    }

    private Entry entry(InstanceView instance) {
        var note = "%s · %s · %s"
                .formatted(ui.status(instance.state()).word(), instance.kind().word(), ui.perHour(instance.hourly()));
        return new Entry("Instances", "box", instance.name(), note, "/instances/" + instance.id());
    }
}
