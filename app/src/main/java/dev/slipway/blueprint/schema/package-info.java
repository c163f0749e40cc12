/** What the Kubernetes API server knows of kinds: their fields, types and bounds. */
@NamedInterface("schema")
@NullMarked
package dev.slipway.blueprint.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
