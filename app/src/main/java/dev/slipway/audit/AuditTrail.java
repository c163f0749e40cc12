package dev.slipway.audit;

/** The record of what people and Slipway itself did. Entries are only ever added. */
public interface AuditTrail {

    /**
     * Adds an entry within the caller's transaction, so that act and entry are kept or lost together.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void record(AuditEntry entry);

    /** The newest matching entries first, with the state of the whole chain. */
    AuditPage search(AuditQuery query);
}
