package dev.slipway.shell.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar with its figures, drawn by {@code components/meter}.
 *
 * @param before shown before the arrow, where something changes: {@code 18}
 * @param value the figure that counts: {@code 22}
 * @param limit what it is measured against: {@code of 24 slices}
 * @param sentence the whole in words, for those who do not see the bar
 */
public record MeterView(
        String label, @Nullable String before, String value, String limit, String sentence, List<MeterPart> parts) {

    public MeterView {
        parts = List.copyOf(parts);
    }

    /** Whether the bar goes past its limit. */
    public boolean over() {
        return parts.stream().anyMatch(part -> part.kind().equals("over"));
    }

    /** Begins a bar that is full at this amount. */
    public static Builder upTo(BigDecimal full) {
        return new Builder(full);
    }

    public static Builder upTo(long full) {
        return upTo(BigDecimal.valueOf(full));
    }

    /** Lays parts side by side; what goes past the end is drawn as over. */
    public static final class Builder {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        private final List<Piece> pieces = new ArrayList<>();
        private final BigDecimal full;

        private record Piece(String kind, BigDecimal amount, String label, String figure) {}

        private Builder(BigDecimal full) {
            this.full = full;
        }

        public Builder part(String kind, BigDecimal amount, String label, String figure) {
            if (amount.signum() > 0) {
                pieces.add(new Piece(kind, amount, label, figure));
            }
            return this;
        }

        public Builder part(String kind, BigDecimal amount) {
            return part(kind, amount, "", "");
        }

        public Builder part(String kind, long amount) {
            return part(kind, BigDecimal.valueOf(amount));
        }

        public MeterView build(String label, @Nullable String before, String value, String limit, String sentence) {
            return new MeterView(label, before, value, limit, sentence, parts());
        }

        private List<MeterPart> parts() {
            var sum = pieces.stream().map(Piece::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            var scale = sum.max(full).max(BigDecimal.ONE.movePointLeft(9));
            var parts = new ArrayList<MeterPart>();
            var start = BigDecimal.ZERO;
            for (var piece : pieces) {
                var end = start.add(piece.amount());
                if (end.compareTo(full) > 0 && full.compareTo(start) > 0) {
                    parts.add(part(piece, piece.kind(), start, full, scale));
                    parts.add(part(piece, "over", full, end, scale));
                } else {
                    parts.add(part(piece, start.compareTo(full) >= 0 ? "over" : piece.kind(), start, end, scale));
                }
                start = end;
            }
            return parts;
        }

        private static MeterPart part(Piece piece, String kind, BigDecimal from, BigDecimal to, BigDecimal scale) {
            return new MeterPart(
                    kind, percent(from, scale), percent(to.subtract(from), scale), piece.label(), piece.figure());
        }

        private static String percent(BigDecimal amount, BigDecimal scale) {
            return amount.multiply(HUNDRED)
                    .divide(scale, 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
