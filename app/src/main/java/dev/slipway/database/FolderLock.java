package dev.slipway.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One portal per folder. The operating system lets go of it when the portal dies, however it dies. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    static FolderLock take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // falls through to the same answer
        }
        channel.close();
        throw new DatabaseException(
                "Another portal is running on the data in %s.".formatted(folder),
                "Stop it, or give this one a folder of its own with slipway.database.folder.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
