package dev.slipway.cost.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.cost.PriceBook;
import dev.slipway.cost.PriceBook.NewPrice;
import dev.slipway.cost.PriceItem;
import dev.slipway.cost.PriceRow;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.shell.ui.Choice;
import dev.slipway.shell.ui.FieldError;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The price book: everybody who is signed in reads it, platform admins add to it. */
@Controller
class PriceBookController {

    /** What is set today holds from a moment that is not past when the row arrives. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final PriceBook book;
    private final People people;
    private final InstantSource clock;

    PriceBookController(PriceBook book, People people, InstantSource clock) {
        this.book = book;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/price-book")
    String page(Caller caller, @RequestParam Map<String, String> values, Model model) {
        var filled = new LinkedHashMap<String, String>();
        filled.put("from", Days.today(clock).toString());
        filled.put("item", "gpu");
        filled.putAll(values);
        model.addAttribute("values", filled);
        model.addAttribute("rows", book.rows().stream().map(this::row).toList());
        model.addAttribute("maySet", caller.isPlatformAdmin());
        model.addAttribute(
                "items",
                List.of(
                        Choice.of("gpu", "GPU share, an hour"),
                        Choice.of("cpu", "vCPU, an hour"),
                        Choice.of("memory", "GiB memory, an hour"),
                        Choice.of("storage", "GiB storage, a month")));
        return "cost/price-book";
    }

    @PostMapping("/price-book")
    String add(
            Caller caller,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            book.setPrice(caller, new NewPrice(item(values), amount(values), from(values)));
        } catch (InvalidException e) {
            response.setStatus(422);
            var field = e.field().orElse("amount");
            model.addAttribute("wrong", field);
            model.addAttribute("wrongMessage", e.getMessage());
            model.addAttribute("errors", List.of(new FieldError(field, String.valueOf(e.getMessage()))));
            return page(caller, values, model);
        }
        flash.addFlashAttribute("toast", Toast.of("Done", "Price set", "What was told before stays as it was."));
        return "redirect:/price-book";
    }

    private Row row(PriceRow row) {
        return switch (row.item()) {
            case PriceItem.Gpu gpu -> row(row, gpu.deviceModel() + " " + gpu.profile(), "a share and hour");
            case PriceItem.Cpu cpu -> row(row, "vCPU", "an hour");
            case PriceItem.Memory memory -> row(row, "GiB memory", "an hour");
            case PriceItem.Storage storage -> row(row, "GiB storage", "a month");
        };
    }

    private Row row(PriceRow row, String what, String per) {
        return new Row(row, what, per, people.nameOf(row.setBy()), row.from().isAfter(clock.instant()));
    }

    private static PriceItem item(Map<String, String> values) {
        return switch (values.getOrDefault("item", "")) {
            case "cpu" -> new PriceItem.Cpu();
            case "memory" -> new PriceItem.Memory();
            case "storage" -> new PriceItem.Storage();
            case "gpu" -> new PriceItem.Gpu(needed(values, "deviceModel"), needed(values, "profile"));
            default -> throw new InvalidException("no-item", "Choose what the price is for.", "item");
        };
    }

    private static String needed(Map<String, String> values, String field) {
        var text = values.getOrDefault(field, "").strip();
        if (!text.matches("[A-Za-z0-9./+-]{1,40}")) {
            throw new InvalidException(
                    "no-share", "Name the device model and the profile, such as H100 and 3g.40gb.", field);
        }
        return text;
    }

    private static Money amount(Map<String, String> values) {
        var text = values.getOrDefault("amount", "").strip();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new InvalidException("no-amount", "An amount in euros, such as 1.60.", "amount");
        }
        return Money.of(text);
    }

    /** Today means from now on. */
    private Instant from(Map<String, String> values) {
        var day = Days.read(values.getOrDefault("from", ""))
                .orElseThrow(() -> new InvalidException("no-date", "Say from when: a day such as 2027-01-01.", "from"));
        return day.equals(Days.today(clock))
                ? clock.instant().plus(AT_ONCE)
                : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    record Row(PriceRow row, String what, String per, String setBy, boolean future) {}
}
