package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceStateTests {

    @ParameterizedTest
    @EnumSource(InstanceState.class)
    void everyStateCanComeToAnEnd(InstanceState state) {
        var reached = EnumSet.of(state);
        while (reached.addAll(
                reached.stream().flatMap(each -> each.successors().stream()).toList())) {}

        assertThat(reached).anyMatch(InstanceState::isFinal);
    }

    @Test
    void whatHasEndedStaysSo() {
        assertThat(EnumSet.allOf(InstanceState.class).stream().filter(InstanceState::isFinal))
                .containsExactly(InstanceState.DECLINED, InstanceState.WITHDRAWN, InstanceState.DELETED);
    }

    @Test
    void whateverRunsMayBeDeleted() {
        assertThat(EnumSet.allOf(InstanceState.class).stream()
                        .filter(InstanceState::isLive)
                        .filter(state -> state != InstanceState.DELETING))
                .allMatch(state -> state.mayBecome(InstanceState.DELETING));
    }

    @Test
    void aDeletionIsNotTurnedBack() {
        assertThat(InstanceState.DELETING.successors()).containsExactly(InstanceState.DELETED);
    }
}
