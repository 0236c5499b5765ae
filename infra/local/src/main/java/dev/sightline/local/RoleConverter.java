package dev.sightline.local;

import dev.sightline.visual.AccessRole;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the role of a key. */
final class RoleConverter implements ITypeConverter<AccessRole> {

    @Override
    public AccessRole convert(String text) {
        try {
            return AccessRole.ofSlug(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
