package dev.slipway.approval;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.team.Holding;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A holding as one JSON column: integers of the smallest unit, money as text. */
@Converter
@Immutable
final class HoldingColumn implements AttributeConverter<Holding, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Holding holding) {
        return holding == null ? null : JsonMapper.shared().writeValueAsString(Json.of(holding));
    }

    @Override
    public @Nullable Holding convertToEntityAttribute(@Nullable String json) {
        return json == null
                ? null
                : JsonMapper.shared().readValue(json, Json.class).holding();
    }

    record Json(
            long cpuMillis,
            long memoryBytes,
            long storageBytes,
            long pods,
            Map<String, Long> gpuUnits,
            String monthly) {

        static Json of(Holding holding) {
            var amounts = holding.amounts();
            var units = new TreeMap<String, Long>();
            amounts.gpu().forEach((model, slices) -> units.put(model, slices.units()));
            return new Json(
                    amounts.cpuMillis(),
                    amounts.memoryBytes(),
                    amounts.storageBytes(),
                    amounts.pods(),
                    units,
                    holding.monthly().amount().toPlainString());
        }

        Holding holding() {
            var slices = new TreeMap<String, GpuSlices>();
            gpuUnits.forEach((model, units) -> slices.put(model, new GpuSlices(units)));
            var amounts = new Amounts(cpuMillis, memoryBytes, storageBytes, pods, (Map<String, GpuSlices>) slices);
            return new Holding(amounts, Money.of(monthly));
        }
    }
}
