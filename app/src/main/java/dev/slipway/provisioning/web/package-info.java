/** The pages and JSON endpoints of instances: home, launch form, list and the pages of one instance. Holds no rules. */
@NullMarked
package dev.slipway.provisioning.web;

import org.jspecify.annotations.NullMarked;
