package dev.slipway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Demo mode has known passwords, so nobody but this machine may reach it. */
@Component
class DemoIsLocal implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment = new org.springframework.core.env.StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment.getProperty("slipway.demo", Boolean.class, false)) {
            var address = environment.getProperty("server.address", "0.0.0.0");
            if (!isLoopback(address)) {
                throw new InvalidConfigurationPropertyValueException(
                        "server.address", address, "Demo mode has known passwords and binds to 127.0.0.1 only.");
            }
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
