package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.slipway.kernel.InstanceId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that db-scheduler runs. Written here rather than through its client, so that waking is one statement that
 * creates, brings forward or leaves alone, in the transaction that changes what is wanted.
 */
@Repository
class TaskRows {

    static final String TASK = "instance";

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that is being run is left alone: whoever runs it sees at its end that more is wanted. */
    void wake(InstanceId instance, int priority) {
        jdbc.sql("""
                insert into scheduled_tasks as t (task_name, task_instance, execution_time, picked, version, priority)
                values (:task, :instance, now(), false, 1, :priority)
                on conflict (task_name, task_instance) do update set execution_time = least(t.execution_time, now()),
                  priority = greatest(t.priority, excluded.priority), version = t.version + 1
                where not t.picked""")
                .param("task", TASK)
                .param("instance", instance.toString())
                .param("priority", priority)
                .update();
    }

    /** Brings forward what sleeps. */
    int nudge(Collection<InstanceId> instances) {
        return jdbc.sql("""
                update scheduled_tasks set execution_time = now(), version = version + 1
                where task_name = :task and task_instance = any(:instances) and not picked and execution_time > now()""")
                .param("task", TASK)
                .param("instances", instances.stream().map(InstanceId::toString).toArray(String[]::new))
                .update();
    }

    void prioritise(InstanceId instance, int priority) {
        jdbc.sql(
                        "update scheduled_tasks set priority = :priority where task_name = :task and task_instance = :instance")
                .param("priority", priority)
                .param("task", TASK)
                .param("instance", instance.toString())
                .update();
    }

    /** Whether the execution still is the one that may act; keeps it so until the transaction ends. */
    boolean isHeld(Execution execution) {
        return jdbc.sql("""
                select 1 from scheduled_tasks where task_name = :task and task_instance = :instance and picked
                  and picked_by = :by and version = :version for share""")
                .param("task", TASK)
                .param("instance", execution.taskInstance.getId())
                .param("by", execution.pickedBy)
                .param("version", execution.version)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** A row for every instance that is wanted or about to go, should one ever be missing. */
    int ensureAll() {
        return jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                select :task, id::text, now(), false, 1, :priority from provisioning.instance
                where state not in ('REQUESTED', 'DECLINED', 'WITHDRAWN', 'DELETED')
                on conflict do nothing""")
                .param("task", TASK)
                .param("priority", Wakeups.AT_REST)
                .update();
    }

    static InstanceId id(String taskInstance) {
        return new InstanceId(UUID.fromString(taskInstance));
    }
}
