package dev.slipway.catalog;

/** How far a request for a signature has come. */
public enum CertificationStatus {
    WAITING,
    SIGNED,
    RETURNED,
    WITHDRAWN
}
