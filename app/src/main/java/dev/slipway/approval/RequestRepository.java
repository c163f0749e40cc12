package dev.slipway.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests. */
interface RequestRepository extends Repository<Request, UUID> {

    Optional<Request> findById(UUID id);

    Optional<Request> findByInstanceAndStatus(UUID instance, RequestStatus status);

    /** The one that waits; else the one asked last. */
    @Query("""
            select request from Request request where request.instance = :instance
            order by case when request.status = WAITING then 0 else 1 end, request.askedAt desc limit 1
            """)
    Optional<Request> newest(UUID instance);

    @Query("select request from Request request where request.status = WAITING order by request.askedAt, request.id")
    List<Request> waiting();

    /** Of all teams, or of those named and those of the requester; newest first. */
    @Query("""
            select request from Request request
            where request.status <> WAITING and (:all = true or request.team in :teams or request.requester = :requester)
            order by request.decidedAt desc, request.id
            """)
    List<Request> ended(boolean all, Collection<String> teams, String requester, Limit most);

    Request saveAndFlush(Request request);
}
