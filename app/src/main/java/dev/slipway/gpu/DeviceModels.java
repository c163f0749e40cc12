package dev.slipway.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The device models that Slipway knows, read from {@code gpu/device-models.json}. */
final class DeviceModels {

    private static final String MIG = "-MIG-";
    private static final String SHARED = "-SHARED";

    private final List<DeviceModel> all;

    private DeviceModels(List<DeviceModel> all) {
        this.all = List.copyOf(all);
    }

    static DeviceModels load() {
        try (var file = Objects.requireNonNull(DeviceModels.class.getResourceAsStream("/gpu/device-models.json"))) {
            var written = JsonMapper.shared().readValue(file, WrittenFile.class);
            return new DeviceModels(
                    written.models.stream().map(WrittenModel::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DeviceModel> all() {
        return all;
    }

    Optional<DeviceModel> named(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** By the label {@code nvidia.com/gpu.product}, whatever it adds about sharing. */
    Optional<DeviceModel> ofProduct(String product) {
        var bare = bare(product);
        return all.stream()
                .filter(model ->
                        model.products().stream().anyMatch(known -> bare.equals(known) || bare.startsWith(known + "-")))
                .findFirst();
    }

    /** The profile that the product names where all GPUs of a node are cut alike (strategy {@code single}). */
    static Optional<String> singleProfile(String product) {
        var at = product.indexOf(MIG);
        return at < 0 ? Optional.empty() : Optional.of(bareOfShared(product.substring(at + MIG.length())));
    }

    private static String bare(String product) {
        var at = product.indexOf(MIG);
        return bareOfShared(at < 0 ? product : product.substring(0, at));
    }

    private static String bareOfShared(String product) {
        return product.endsWith(SHARED) ? product.substring(0, product.length() - SHARED.length()) : product;
    }

    private record WrittenFile(List<String> sources, String derived, List<WrittenModel> models) {}

    private record WrittenModel(
            String name,
            String title,
            long memoryMib,
            int memorySlices,
            int computeSlices,
            List<String> products,
            String note,
            List<WrittenProfile> profiles) {

        DeviceModel read() {
            return new DeviceModel(
                    name,
                    title,
                    memoryMib << 20,
                    memorySlices,
                    computeSlices,
                    profiles.stream().map(WrittenProfile::read).toList(),
                    products);
        }
    }

    private record WrittenProfile(
            String name,
            int computeSlices,
            int memorySlices,
            long memoryMib,
            String memoryFrom,
            List<Integer> starts,
            int max,
            boolean placementsVerified) {

        DeviceModel.Profile read() {
            return new DeviceModel.Profile(
                    name,
                    memorySlices,
                    computeSlices,
                    memoryMib << 20,
                    starts,
                    max,
                    placementsVerified && memoryFrom.equals("printed"));
        }
    }
}
