package dev.slipway.provisioning.guard;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NamespaceTask {

    @Bean
    static Task<Void> namespaceTaskDefinition(ObjectProvider<NamespaceEnd> end) {
        return Tasks.custom(NamespaceEnd.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> end.getObject().run(instance.getId()));
    }
}
