package dev.slipway.team.web;

import dev.slipway.shell.ui.MeterView;
import dev.slipway.team.TeamView;
import java.util.List;

/** One team in the list of teams. */
record TeamRow(TeamView team, int people, List<MeterView> gpu, MeterView money) {}
