package dev.slipway.shell;

import dev.slipway.shell.ui.BarChart;
import dev.slipway.shell.ui.Choice;
import dev.slipway.shell.ui.ChoiceCard;
import dev.slipway.shell.ui.DiffLine;
import dev.slipway.shell.ui.Fact;
import dev.slipway.shell.ui.FieldError;
import dev.slipway.shell.ui.GpuSliceView;
import dev.slipway.shell.ui.GpuStripView;
import dev.slipway.shell.ui.MeterView;
import dev.slipway.shell.ui.Pages;
import dev.slipway.shell.ui.PlannedObject;
import dev.slipway.shell.ui.Step;
import dev.slipway.shell.ui.Tab;
import dev.slipway.shell.ui.Toast;
import dev.slipway.shell.ui.Waterfall;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component in every state, for those who build pages. */
@Controller
@Profile({"dev", "demo"})
class ComponentsController {

    @GetMapping("/dev/components")
    String components(Model model) {
        model.addAttribute("states", STATES);
        model.addAttribute("teams", TEAMS);
        model.addAttribute("roles", ROLES);
        model.addAttribute("anatomy", anatomy(true));
        model.addAttribute("plainAnatomy", anatomy(false));
        model.addAttribute("kinds", kinds());
        model.addAttribute("meters", meters());
        model.addAttribute("memory", memory());
        model.addAttribute("clusters", CLUSTERS);
        model.addAttribute("environments", ENVIRONMENTS);
        model.addAttribute("shares", shares());
        model.addAttribute("waterfall", waterfall());
        model.addAttribute("objects", objects());
        model.addAttribute("diff", DIFF);
        model.addAttribute("facts", FACTS);
        model.addAttribute("prices", PRICES);
        model.addAttribute("chart", chart());
        model.addAttribute("toasts", TOASTS);
        model.addAttribute("tabs", TABS);
        model.addAttribute("pages", new Pages("1 to 50 of 312", null, "#next"));
        model.addAttribute(
                "wrong",
                List.of(
                        new FieldError("name-wrong", "Name has a space"),
                        new FieldError("replicas-wrong", "At most 8 replicas")));
        model.addAttribute("problems", PROBLEMS);
        return "shell/components";
    }

    private static final List<String> STATES = List.of(
            "Requested",
            "Declined",
            "Withdrawn",
            "Queued",
            "Provisioning",
            "Ready",
            "Degraded",
            "Updating",
            "Paused",
            "Completed",
            "Failed",
            "Deleting",
            "Deleted",
            "Running",
            "Drifted",
            "Expiring",
            "Idle",
            "Warm",
            "Warming",
            "Cold");

    private static final List<PageContext.Team> TEAMS = List.of(
            new PageContext.Team("claims", "Claims", 1),
            new PageContext.Team("fraud", "Fraud", 2),
            new PageContext.Team("assist", "Assist", 3),
            new PageContext.Team("search", "Search", 4),
            new PageContext.Team("research", "Research", 5),
            new PageContext.Team("actuarial", "Actuarial", 6),
            new PageContext.Team("devtools", "Devtools", 7),
            new PageContext.Team("platform", "Platform", 8));

    private static final List<Fact> ROLES = List.of(
            new Fact("canvas", "page"),
            new Fact("surface", "card, field"),
            new Fact("sunken", "well, table head"),
            new Fact("line", "hairline"),
            new Fact("line-ctl", "field edge, 3:1"),
            new Fact("ink", "text"),
            new Fact("ink-2", "text, second"),
            new Fact("ink-3", "text, third"),
            new Fact("accent", "action, focus"),
            new Fact("accent-soft", "chosen"),
            new Fact("ok", "ready"),
            new Fact("info", "under way"),
            new Fact("wait", "waits for a person"),
            new Fact("warn", "look at it"),
            new Fact("bad", "failed"),
            new Fact("idle", "off, unused"));

    private static final List<Choice> CLUSTERS = List.of(
            Choice.of("ham-1", "ham-1, chosen for you"),
            Choice.of("fra-2", "fra-2"),
            Choice.off("ros-edge", "ros-edge", "no MIG"));

    private static final List<Choice> ENVIRONMENTS =
            List.of(Choice.of("dev", "dev"), Choice.of("test", "test"), Choice.of("prod", "prod"));

    private static final List<DiffLine> DIFF = List.of(
            new DiffLine(" ", "shares.server.memory"),
            new DiffLine("-", "${variables.vram}"),
            new DiffLine("+", "${sizing.withReserve(variables.vram, 10)}"));

    private static final List<Fact> FACTS = List.of(
            new Fact("November so far", "€859.55"),
            new Fact("Forecast for November", "€1,397"),
            new Fact("Share of Claims budget", "21 %"));

    private static final List<Fact> PRICES =
            List.of(new Fact("per hour", "€1.89"), new Fact("per month", "€1,378"), new Fact("until 3 Dec", "€634"));

    private static final List<Toast> TOASTS = List.of(
            Toast.linked("Ready", "claims-summariser is ready", "2 min 51 s, 33 s sooner than usual", "Open", "/"),
            Toast.undoable("adjuster-notebook paused", "Saves €0.47 /h, volume is kept", "Undo", "/dev/components"),
            Toast.linked(
                    "Failed", "Upgrade to 3.5.0 was rolled back", "Health check failed on replica 1.", "Why", "/"));

    private static final List<Tab> TABS = List.of(
            new Tab("Overview", "#overview", null, true), new Tab("Objects", "#objects", "12", false),
            new Tab("Events", "#events", null, false), new Tab("Revisions", "#revisions", "7", false));

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    500,
                    "unexpected",
                    "The cost figures could not be loaded",
                    "The metering service did not answer within 5 s. Your instances are not affected.",
                    "7f3a-91c2-0e5d",
                    Optional.empty()),
            new Problem(
                    403,
                    "refused",
                    "Only members of Fraud can open txn-screen",
                    "You are signed in as Mira Okafor, Claims.",
                    "7f3a-91c2-0e5e",
                    Optional.empty()),
            new Problem(
                    404,
                    "not-found",
                    "triage-old was deleted on 2 November",
                    "Its 1g.10gb went back to the pool.",
                    "7f3a-91c2-0e5f",
                    Optional.empty()));

    private static GpuStripView anatomy(boolean labels) {
        var own = GpuSliceView.share(0, 4).computing(3).of(1, "prod").yours();
        var test = GpuSliceView.share(4, 1).of(4, "test");
        var dev = GpuSliceView.share(5, 1).of(7, "dev");
        return new GpuStripView(
                "n04 GPU 2: 3g.40gb Claims prod, yours; 1g.10gb Search test; 1g.10gb Devtools dev; 1g.10gb Research dev, idle; one slice stranded",
                "mig",
                8,
                List.of(
                        labels ? own.labelled("3g.40gb, prod") : own.labelled("yours"),
                        labels ? test.labelled("test") : test,
                        labels ? dev.labelled("dev") : dev,
                        GpuSliceView.share(6, 1).of(5, "dev").idling(),
                        GpuSliceView.stranded(7)));
    }

    private static List<GpuStripView> kinds() {
        return List.of(
                new GpuStripView(
                        "MIG: straight gaps, walls in hardware",
                        "mig",
                        8,
                        List.of(
                                GpuSliceView.share(0, 2).of(1, "prod"),
                                GpuSliceView.share(2, 2).of(2, "prod"),
                                GpuSliceView.share(4, 4).computing(3).of(4, "prod"))),
                GpuStripView.whole("Whole: one piece", GpuSliceView.share(0, 1).of(3, "prod")),
                new GpuStripView(
                        "Time-sliced: slanted edges, takes turns, no wall",
                        "timesliced",
                        4,
                        List.of(
                                GpuSliceView.share(0, 1).of(7, "prod"),
                                GpuSliceView.share(1, 1).of(1, "test"),
                                GpuSliceView.share(2, 1).of(4, "dev").yours(),
                                GpuSliceView.free(3))),
                new GpuStripView(
                        "Memory-limited: rounded bars, width is GiB",
                        "memory",
                        24,
                        List.of(
                                GpuSliceView.share(0, 10).of(1, "prod"),
                                GpuSliceView.share(10, 8).of(3, "test"),
                                new GpuSliceView(18, 6, null, null, null, "free", false, false, null))),
                new GpuStripView(
                        "Where 3g.40gb fits",
                        "mig",
                        8,
                        Stream.concat(
                                        IntStream.range(0, 4).mapToObj(GpuSliceView::fits),
                                        IntStream.range(4, 8).mapToObj(GpuSliceView::free))
                                .toList()),
                GpuStripView.with(
                        "3g.40gb, yours",
                        "mig",
                        8,
                        GpuSliceView.share(4, 4).computing(3).of(1, "test").yours()));
    }

    private static List<MeterView> meters() {
        return List.of(
                MeterView.upTo(24)
                        .part("used", 18)
                        .part("added", 4)
                        .build("GPU quota", "18", "22", "of 24", "18 of 24 slices held, 22 with this"),
                MeterView.upTo(6500)
                        .part("used", 3684)
                        .part("forecast", 1348)
                        .build("Budget", null, "€5,032", "of €6,500", "€3,684 spent, €5,032 forecast, of €6,500"),
                MeterView.upTo(15000)
                        .part("used", 10240)
                        .part("forecast", 5660)
                        .build(
                                "Over budget",
                                null,
                                "€15,900",
                                "of €15,000",
                                "Forecast €15,900, over the budget of €15,000"));
    }

    private static MeterView memory() {
        return MeterView.upTo(new BigDecimal("39.5"))
                .part("used", new BigDecimal("22.0"), "Weights", "22.0 GiB")
                .part("cache", new BigDecimal("10.0"), "KV cache", "10.0 GiB")
                .part("runtime", new BigDecimal("1.9"), "Runtime", "1.9 GiB")
                .part("free", new BigDecimal("1.7"), "Free", "1.7 GiB")
                .part("reserved", new BigDecimal("3.9"), "Reserved", "3.9 GiB")
                .build(
                        "Memory of the share",
                        null,
                        "33.9 GiB",
                        "of 35.6 usable, 39.5 in all",
                        "33.9 of 35.6 usable GiB");
    }

    private static List<ChoiceCard> shares() {
        return List.of(
                new ChoiceCard(
                        "2g.20gb",
                        "2g.20gb",
                        "Too small: 33.9 GiB needed, 17.8 usable",
                        "€0.80 /h",
                        true,
                        null,
                        GpuStripView.with("2 of 8 slices", "mig", 8, GpuSliceView.share(0, 2))),
                new ChoiceCard(
                        "3g.40gb",
                        "3g.40gb",
                        "Smallest share that fits",
                        "€1.60 /h",
                        false,
                        "Recommended",
                        GpuStripView.with(
                                "4 of 8 slices",
                                "mig",
                                8,
                                GpuSliceView.share(4, 4).computing(3).of(1, "test"))),
                new ChoiceCard(
                        "4g.40gb",
                        "4g.40gb",
                        "Same memory, about 30 % more tokens/s",
                        "€1.90 /h",
                        false,
                        null,
                        GpuStripView.with("4 of 8 slices", "mig", 8, GpuSliceView.share(0, 4))),
                new ChoiceCard(
                        "whole",
                        "Whole H100",
                        "Room for 9 full contexts",
                        "€3.20 /h",
                        false,
                        null,
                        GpuStripView.whole("A whole GPU", GpuSliceView.share(0, 1))));
    }

    private static Waterfall waterfall() {
        return new Waterfall(
                List.of(
                        new Step("Check plan and policy", "4 policies passed", "done", "0.9 s", 0, 1, 0),
                        new Step("GPU share", "3g.40gb on n04, GPU 2", "done", "6.4 s", 2, 4, 0),
                        new Step(
                                "Load model into GPU memory",
                                "7 of 10 files, 16.3 of 22.0 GiB",
                                "running",
                                "58 s, usually 1 min 36 s",
                                7,
                                30,
                                50),
                        new Step("Warm up", null, "waiting", "usually 58 s", 57, 0, 28)),
                37.0,
                List.of(
                        new Waterfall.Tick(0, "0"),
                        new Waterfall.Tick(25, "45 s"),
                        new Waterfall.Tick(50, "1:30"),
                        new Waterfall.Tick(75, "2:15")));
    }

    private static List<PlannedObject> objects() {
        return List.of(
                new PlannedObject("create", "Deployment", "claims-summariser", List.of()),
                new PlannedObject("create", "Service", "claims-summariser", List.of()),
                new PlannedObject(
                        "change",
                        "ResourceQuota",
                        "slipway",
                        List.of(new PlannedObject.FieldChange("spec.hard.pods", "10", "12"))),
                new PlannedObject("delete", "ConfigMap", "old-prompt", List.of()));
    }

    private static BarChart chart() {
        return new BarChart(
                "Between €2,000 and €3,000 a day",
                "1 Nov",
                "7 Nov",
                "€1,000",
                List.of("Claims", "Fraud", "Assist"),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> new BarChart.Bar(
                                day + " Nov",
                                List.of(
                                        new BarChart.Part(
                                                20 + day,
                                                1,
                                                day > 5 ? "forecast" : "spent",
                                                "€%d".formatted(200 + day * 10)),
                                        new BarChart.Part(
                                                15 + day % 3 * 5,
                                                2,
                                                day > 5 ? "forecast" : "spent",
                                                "€%d".formatted(150 + day)),
                                        new BarChart.Part(25, 3, day > 5 ? "forecast" : "spent", "€250"))))
                        .toList());
    }
}
