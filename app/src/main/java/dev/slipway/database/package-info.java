/**
 * Where PostgreSQL comes from: an embedded server whose data is kept between starts, or one that is named by {@code
 * spring.datasource.*}. Promises that migrations run as the owner of the tables and everything else as a role that may
 * not alter the audit trail.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
