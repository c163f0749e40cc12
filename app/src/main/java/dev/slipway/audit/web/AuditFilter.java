package dev.slipway.audit.web;

import dev.slipway.audit.AuditQuery;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for in the address. A part that cannot be, such as a person's name with a space, is an error of its field.
 *
 * @param from first day
 * @param until last day
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String team,
        @Nullable String from,
        @Nullable String until,
        @Nullable Long before) {

    private static final String PATH = "/audit";
    private static final int PAGE = 100;

    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                part("actor", actor, PersonId::new),
                part("action", action, text -> text),
                part("subject", subject, text -> text),
                part("team", team, TeamId::new),
                part("from", from, text -> day(text).atStartOfDay(zone).toInstant()),
                part(
                        "until",
                        until,
                        text -> day(text).plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.ofNullable(before),
                PAGE);
    }

    public boolean isEmpty() {
        return address(null).equals(PATH);
    }

    /** The address of the entries before a number, under the same filter. */
    String address(@Nullable Long number) {
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("actor", actor);
        asked.put("action", action);
        asked.put("subject", subject);
        asked.put("team", team);
        asked.put("from", from);
        asked.put("until", until);
        asked.put("before", number == null ? null : number.toString());
        var query = new StringJoiner("&", PATH + "?", "").setEmptyValue(PATH);
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    private static LocalDate day(String text) {
        return Days.read(text).orElseThrow(() -> new IllegalArgumentException("no day"));
    }

    private static <T> Optional<T> part(String field, @Nullable String text, Function<String, T> read) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(text.strip()));
        } catch (IllegalArgumentException wrong) {
            throw new InvalidException("audit-filter-invalid", "There is no such %s: %s".formatted(field, text), field);
        }
    }
}
