@NullMarked
package dev.slipway.provisioning.web;

import org.jspecify.annotations.NullMarked;
