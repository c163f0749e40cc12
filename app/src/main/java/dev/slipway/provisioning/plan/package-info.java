/** What a form would come to: read only, the same code for preview, submit and programs. */
@NullMarked
package dev.slipway.provisioning.plan;

import org.jspecify.annotations.NullMarked;
