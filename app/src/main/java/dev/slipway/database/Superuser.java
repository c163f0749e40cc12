package dev.slipway.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root, so for root it is started in a user namespace of its own. Some containers and hardened
 * hosts allow none.
 */
final class Superuser {

    private Superuser() {}

    static void requireUsable() {
        if (isRoot() && !mayMakeUserNamespace()) {
            throw new DatabaseException(
                    "The embedded PostgreSQL does not run as root, and this machine lets root make no user namespace.",
                    "Start the portal as an ordinary user (in a container: --user 1000), or name a database"
                            + " of your own with spring.datasource.url, or allow user namespaces"
                            + " (sysctl user.max_user_namespaces, the container's seccomp profile).");
        }
    }

    static boolean isRoot() {
        return System.getProperty("os.name", "").startsWith("Linux") && new UnixSystem().getUid() == 0;
    }

    private static boolean mayMakeUserNamespace() {
        try {
            var process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
