package dev.slipway.blueprint.source;

/**
 * Where something stands.
 *
 * @param file path within the blueprint's folder
 * @param line from 1
 * @param column from 1
 * @param path in the document: {@code spec.resources[0].id}
 */
public record Place(String file, int line, int column, String path) {

    public static Place start(String file) {
        return new Place(file, 1, 1, "");
    }

    Place at(int otherLine, int otherColumn) {
        return new Place(file, otherLine, otherColumn, path);
    }
}
