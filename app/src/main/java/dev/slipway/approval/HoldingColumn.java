package dev.slipway.approval;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.Money;
import dev.slipway.team.Holding;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A holding as one JSON column: integers of the smallest unit, money as text. */
record HoldingColumn(
        long cpuMillis, long memoryBytes, long storageBytes, long pods, Map<String, Long> gpuUnits, String monthly) {

    static String write(Holding holding) {
        var amounts = holding.amounts();
        var units = new TreeMap<String, Long>();
        amounts.gpu().forEach((model, slices) -> units.put(model, slices.units()));
        return JsonMapper.shared()
                .writeValueAsString(new HoldingColumn(
                        amounts.cpuMillis(),
                        amounts.memoryBytes(),
                        amounts.storageBytes(),
                        amounts.pods(),
                        units,
                        holding.monthly().amount().toPlainString()));
    }

    static Holding read(String json) {
        var column = JsonMapper.shared().readValue(json, HoldingColumn.class);
        var slices = new TreeMap<String, GpuSlices>();
        column.gpuUnits.forEach((model, units) -> slices.put(model, new GpuSlices(units)));
        var amounts = new Amounts(
                column.cpuMillis, column.memoryBytes, column.storageBytes, column.pods, (Map<String, GpuSlices>)
                        slices);
        return new Holding(amounts, Money.of(column.monthly));
    }
}
