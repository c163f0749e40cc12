package dev.slipway.database;

/** A PostgreSQL server with the database and the two roles in it. */
interface DatabaseServer {

    /** Of the database, for JDBC. */
    String url();
}
