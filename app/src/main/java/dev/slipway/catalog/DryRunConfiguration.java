package dev.slipway.catalog;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DryRunConfiguration {

    @Bean
    static Task<Void> dryRunTaskDefinition(ObjectProvider<DryRunTask> task) {
        return Tasks.custom(DryRunRows.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> task.getObject().run(instance.getId()));
    }
}
