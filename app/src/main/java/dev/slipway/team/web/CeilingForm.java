package dev.slipway.team.web;

import dev.slipway.kernel.Amounts;
import dev.slipway.kernel.GpuSlices;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.Money;
import dev.slipway.team.Holding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ceiling as it is typed: cores, GiB, euros a month, and slices by device model.
 *
 * @param gpu slices by device model
 * @param otherModel a device model that the team had nothing of
 */
record CeilingForm(
        String cores,
        String memory,
        String storage,
        String money,
        Map<String, String> gpu,
        String otherModel,
        String otherSlices) {

    private static final String GPU = "gpu-";
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    static CeilingForm of(Holding ceiling) {
        var gpu = new LinkedHashMap<String, String>();
        ceiling.amounts().gpu().forEach((model, slices) -> gpu.put(model, slices.toString()));
        return new CeilingForm(
                plain(BigDecimal.valueOf(ceiling.amounts().cpuMillis()).divide(THOUSAND)),
                plain(BigDecimal.valueOf(ceiling.amounts().memoryBytes()).divide(GIB)),
                plain(BigDecimal.valueOf(ceiling.amounts().storageBytes()).divide(GIB)),
                ceiling.monthly().amount().toPlainString(),
                gpu,
                "",
                "");
    }

    static CeilingForm typed(Map<String, String> typed) {
        var gpu = new TreeMap<String, String>();
        typed.forEach((name, value) -> {
            if (name.startsWith(GPU)) {
                gpu.put(name.substring(GPU.length()), value);
            }
        });
        return new CeilingForm(
                typed.getOrDefault("cores", ""),
                typed.getOrDefault("memory", ""),
                typed.getOrDefault("storage", ""),
                typed.getOrDefault("money", ""),
                gpu,
                typed.getOrDefault("otherModel", "").strip(),
                typed.getOrDefault("otherSlices", ""));
    }

    Holding holding() {
        var slices = new TreeMap<String, GpuSlices>();
        gpu.forEach((model, count) -> slices.put(model, slices(GPU + model, count)));
        if (!otherModel.isEmpty()) {
            slices.put(otherModel, slices("otherSlices", otherSlices));
        }
        var amounts = new Amounts(
                whole("cores", cores, THOUSAND), whole("memory", memory, GIB), whole("storage", storage, GIB), 0, (Map<
                                String, GpuSlices>)
                        slices);
        return new Holding(amounts, new Money(number("money", money)));
    }

    private static GpuSlices slices(String field, String text) {
        return new GpuSlices(whole(field, text, BigDecimal.valueOf(GpuSlices.UNITS_PER_SLICE)));
    }

    private static long whole(String field, String text, BigDecimal unit) {
        try {
            return number(field, text).multiply(unit).longValueExact();
        } catch (ArithmeticException notWhole) {
            throw wrong(field, text);
        }
    }

    private static BigDecimal number(String field, String text) {
        try {
            var number = text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text.strip());
            if (number.signum() < 0 || number.precision() - number.scale() > 15) {
                throw wrong(field, text);
            }
            return number;
        } catch (NumberFormatException noNumber) {
            throw wrong(field, text);
        }
    }

    private static InvalidException wrong(String field, String text) {
        return new InvalidException(
                "ceiling-invalid", "“%s” is not an amount. Write a number such as 24 or 0.5.".formatted(text), field);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
