package dev.slipway.cluster;

import java.util.List;

/**
 * The API server's answer to an apply.
 *
 * @param object the object as it now is (or would be, for a dry run)
 * @param warnings what the API server warned of, such as a Pod Security violation of a Deployment
 */
public record Applied(Manifest object, List<String> warnings) {}
