package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Signatures, object ids, model references and model sets: the names of things. */
class IdentityTest {

    private static final ImageSignature SIGNATURE = ImageSignature.of("abc".getBytes(StandardCharsets.US_ASCII));

    @Test
    void signature_knownBytes_isTheirSha256() {
        // FIPS 180-2, appendix B.1
        assertThat(SIGNATURE).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void signature_upperCaseOrShort_isRefused() {
        String upper = SIGNATURE.hex().toUpperCase(Locale.ROOT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSignature(upper))
                .withMessageContaining("expected 64 lower-case hex digits");
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageSignature("ab"));
    }

    @Test
    void objectId_written_readsBack() {
        ObjectId id = new ObjectId(SIGNATURE, 12);
        assertThat(id).hasToString(SIGNATURE.hex() + "-12");
        assertThat(ObjectId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void objectId_otherForm_isAnInvalidRequest() {
        for (String text :
                new String[] {"", SIGNATURE.hex(), SIGNATURE + "-01", SIGNATURE + "--1", SIGNATURE + "-1 "}) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> ObjectId.parse(text))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        }
    }

    @Test
    void objectId_negativeIndex_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectId(SIGNATURE, -1));
    }

    @Test
    void modelRef_nameWithSlashOrUpperCase_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelRef.builtIn("a/b", "1", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> ModelRef.builtIn("a", "V1", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef("a", "1", "12"));
    }

    @Test
    void modelSetId_anyPartChanged_isAnother() {
        ModelSet set = modelSet("1", 64);
        assertThat(set.id()).isEqualTo(modelSet("1", 64).id());
        assertThat(set.id())
                .isNotEqualTo(modelSet("2", 64).id())
                .isNotEqualTo(modelSet("1", 128).id());
        assertThat(set.id().value()).matches("embedder-[0-9a-f]{12}");
    }

    @Test
    void modelSetId_withNamedLabels_isAnotherThanWithout() {
        ModelRef part = ModelRef.builtIn("embedder", "1", "");
        ModelSet cats = new ModelSet(part, part, part, ModelRef.builtIn("labels", "1", "cat"), 64, 64);
        ModelSet dogs = new ModelSet(part, part, part, ModelRef.builtIn("labels", "1", "dog"), 64, 64);
        assertThat(cats.id())
                .isNotEqualTo(dogs.id())
                .isNotEqualTo(modelSet("1", 64).id());
    }

    @Test
    void modelSetId_withoutNamedLabels_isWhatItWasBeforeTheyHadNames() {
        // Digest of "ModelRef[...]|ModelRef[...]|ModelRef[...]|64|64", as written by earlier versions.
        assertThat(modelSet("1", 64).id()).hasToString("embedder-c314aa36b9f0");
    }

    @Test
    void modelSet_bitsNoMultipleOfEight_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> modelSet("1", 12)).withMessageContaining("64 and 12");
    }

    @Test
    void labelAndObject_confidenceOutsideZeroToOne_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("chair", 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label(" ", 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectedObject("chair", Double.NaN, NormalizedBox.FULL));
    }

    @Test
    void slug_everyCode_isLowerCaseWithDashes() {
        assertThat(ErrorCode.TOO_MANY_PIXELS.slug()).isEqualTo("too-many-pixels");
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(code.slug()).matches("[a-z]+(-[a-z]+)*");
            assertThat(code.httpStatus()).isBetween(400, 599);
        }
    }

    private static ModelSet modelSet(String version, int bits) {
        ModelRef part = ModelRef.builtIn("embedder", version, "");
        return new ModelSet(part, part, part, null, 64, bits);
    }
}
