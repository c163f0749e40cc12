package dev.slipway.blueprint;

import java.util.Map;

/** What a person adds to a preset, for each blueprint of the catalogue. */
public final class Examples {

    private Examples() {}

    public static Map<String, Object> of(String blueprint) {
        return switch (blueprint) {
            case "inference-endpoint" -> Map.of("model", "llama-3.1-8b-instruct");
            case "kserve-inference-service", "nim-endpoint", "secure-assistant" ->
                Map.of("model", "llama-3.1-8b-instruct");
            case "ci-test-environment" -> Map.of("image", "claims/scoring:4f2a91c", "model", "bge-m3");
            case "rag-stack" ->
                Map.of(
                        "generatorModel",
                        "llama-3.1-8b-instruct",
                        "documents",
                        "registry.house.example:5000/documents/handbook:2026-11");
            case "fine-tune-job" ->
                Map.of("model", "llama-3.1-8b-instruct", "dataset", "registry.house.example:5000/datasets/claims:v3");
            default -> Map.of();
        };
    }
}
