package dev.slipway.catalog;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The drafts, one of each blueprint at most. */
interface DraftRepository extends Repository<Draft, String> {

    List<Draft> findAllByOrderByName();

    Optional<Draft> findById(String name);

    /** Nobody else writes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select draft from Draft draft where draft.name = :name")
    Optional<Draft> lock(String name);

    boolean existsById(String name);

    Draft saveAndFlush(Draft draft);

    void delete(Draft draft);

    void flush();

    /** None when it is gone or of another revision. */
    @Modifying
    @Query("delete from Draft draft where draft.name = :name and draft.revision = :revision")
    int discard(String name, long revision);
}
