package dev.slipway.provisioning.task;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    private final TaskRows rows;

    TaskConfiguration(TaskRows rows) {
        this.rows = rows;
    }

    @Bean
    static Task<Void> instanceTaskDefinition(ObjectProvider<InstanceTask> task) {
        return Tasks.custom(TaskRows.TASK, Void.class)
                .defaultPriority(Wakeups.SOMEBODY_WAITS)
                .onDeadExecutionRevive()
                .execute((instance, context) -> task.getObject().run(context.getExecution()));
    }

    /** Threads that mostly wait for clusters and the database. */
    @Bean
    static DbSchedulerCustomizer virtualThreads() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newVirtualThreadPerTaskExecutor());
            }
        };
    }

    @EventListener(ApplicationReadyEvent.class)
    void ensureTasks() {
        rows.ensureAll();
    }
}
