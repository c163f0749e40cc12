package dev.slipway.team;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Teams that are there from the start.
 *
 * @param teams added at start where they are missing; afterwards only the pages change them
 */
@ConfigurationProperties("slipway.team")
@Validated
record TeamSettings(@DefaultValue List<@Valid NewTeam> teams) {

    /**
     * One team, with the environments dev, test and prod.
     *
     * @param name short and unchanging: {@code claims}
     * @param title as people call it; the name by default
     * @param clusters its environments may use, the preferred one first
     * @param ceiling what it may hold
     */
    record NewTeam(
            @NotBlank @Pattern(regexp = "(?!slipway(-|$)).*", message = "slipway and slipway-… are Slipway's own")
            String name,

            @DefaultValue("") String title,
            @NotEmpty List<String> clusters,
            @DefaultValue @Valid Ceiling ceiling) {}

    /**
     * What a team may hold without asking anybody.
     *
     * @param cores of CPU
     * @param memory of its pods
     * @param storage of its volumes
     * @param gpu memory slices by device model: {@code H100} to {@code 24}
     * @param monthly money, as the sum of hourly rates × 730
     */
    record Ceiling(
            @DefaultValue("0") @PositiveOrZero long cores,
            @DefaultValue("0B") DataSize memory,
            @DefaultValue("0B") DataSize storage,
            @DefaultValue Map<String, Long> gpu,
            @DefaultValue("0") @PositiveOrZero BigDecimal monthly) {

        Holding holding() {
            var slices = new TreeMap<String, GpuSlices>();
            gpu.forEach((model, count) -> slices.put(model, GpuSlices.of(count)));
            return new Holding(
                    new Amounts(Math.multiplyExact(cores, 1_000L), memory.toBytes(), storage.toBytes(), 0, (Map<
                                    String, GpuSlices>)
                            slices),
                    new Money(monthly));
        }
    }
}
