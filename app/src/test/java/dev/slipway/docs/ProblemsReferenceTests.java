package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/operations/problems.md lists the codes that the portal answers with, no more and no fewer. */
class ProblemsReferenceTests {

    private static final Path REFERENCE = Path.of("../docs/operations/problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3})");
    private static final Pattern THROWN =
            Pattern.compile("new (NotFound|Refused|Conflict|Invalid|Unavailable)Exception\\(\\s*(\"([a-z-]+)\")?");

    @Test
    void listsEveryCodeWithItsStatus() {
        var listed = ROW.matcher(Sources.read(REFERENCE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(thrown());
    }

    /** A code that is worked out could be anything, and nobody could list it. */
    @Test
    void everyCodeIsWrittenOut() {
        assertThat(Sources.all())
                .flatExtracting(source -> THROWN.matcher(source).results().toList())
                .isNotEmpty()
                .allSatisfy(
                        thrown -> assertThat(thrown.group(3)).as(thrown.group()).isNotNull());
    }

    private static Set<String> thrown() {
        var codes = new TreeSet<>(Set.of(
                "bad-request 400",
                "not-found 404",
                "refused 403",
                "signed-out 401",
                "too-large 413",
                "unavailable 503",
                "unexpected 500"));
        for (var source : Sources.all()) {
            THROWN.matcher(source)
                    .results()
                    .forEach(thrown -> codes.add(thrown.group(3) + " " + status(thrown.group(1))));
        }
        return codes;
    }

    private static int status(String kind) {
        return switch (kind) {
            case "NotFound" -> 404;
            case "Refused" -> 403;
            case "Conflict" -> 409;
            case "Invalid" -> 422;
            case "Unavailable" -> 503;
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
