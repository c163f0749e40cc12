package dev.slipway.gpu;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a kind of GPU.
 *
 * @param name as quota, price book and pages have it: {@code H100}
 * @param title for people: {@code H100 80 GB}
 * @param memoryBytes of one whole GPU as its driver reports it
 * @param memorySlices in which quota is counted; 1 for a GPU that cannot be cut
 * @param computeSlices 1 for a GPU that cannot be cut
 * @param profiles in which it can be cut (MIG), the smallest first
 * @param products beginnings of the label {@code nvidia.com/gpu.product} by which it is recognised
 */
public record DeviceModel(
        String name,
        String title,
        long memoryBytes,
        int memorySlices,
        int computeSlices,
        List<Profile> profiles,
        List<String> products) {

    public DeviceModel {
        profiles = List.copyOf(profiles);
        products = List.copyOf(products);
    }

    public Optional<Profile> profile(String wanted) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(wanted))
                .findFirst();
    }

    /**
     * One way to cut a piece off (MIG).
     *
     * @param name {@code 3g.40gb}
     * @param starts memory slices at which a piece may begin
     * @param max how many of them one GPU holds at most
     * @param verified whether sizes and places were seen printed by the hardware, or are known by analogy only
     */
    public record Profile(
            String name,
            int memorySlices,
            int computeSlices,
            long memoryBytes,
            List<Integer> starts,
            int max,
            boolean verified) {

        public Profile {
            starts = List.copyOf(starts);
        }
    }
}
