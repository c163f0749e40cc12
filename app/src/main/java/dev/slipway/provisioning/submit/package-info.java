/** What people decide: launching, changing, deleting, and what a sign-off leads to. One transaction each. */
@NullMarked
package dev.slipway.provisioning.submit;

import org.jspecify.annotations.NullMarked;
