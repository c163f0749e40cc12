package dev.slipway.audit.web;

import dev.slipway.audit.AuditPage;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.RecordedEntry;
import dev.slipway.kernel.InvalidException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AuditController {

    private final AuditTrail trail;
    private final ZoneId zone;

    AuditController(AuditTrail trail, @Value("${slipway.shell.zone:Europe/Berlin}") ZoneId zone) {
        this.trail = trail;
        this.zone = zone;
    }

    @GetMapping("/audit")
    @PreAuthorize("hasAnyRole('AUDITOR', 'PLATFORM_ADMIN')")
    String page(AuditFilter filter, Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("filter", filter);
        model.addAttribute("errors", Map.of());
        try {
            var found = trail.search(filter.query(zone));
            model.addAttribute("found", found);
            model.addAttribute("pages", pages(filter, found));
        } catch (InvalidException wrong) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("errors", Map.of(wrong.field().orElse(""), String.valueOf(wrong.getMessage())));
        }
        return HtmxRequests.wantsFragment(request) ? "audit/audit :: results" : "audit/audit";
    }

    private static Pages pages(AuditFilter filter, AuditPage found) {
        return new Pages(
                range(found.entries()),
                filter.before() == null ? null : filter.address(null),
                found.next().map(filter::address).orElse(null));
    }

    private static String range(List<RecordedEntry> entries) {
        return entries.isEmpty()
                ? ""
                : "Entries %d to %d"
                        .formatted(
                                entries.getFirst().number(), entries.getLast().number());
    }
}
