package dev.slipway.approval;

/** How far a request has come; all but the first are final. */
public enum RequestStatus {
    WAITING,
    APPROVED,
    DECLINED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == WAITING;
    }
}
