package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            'recipes/carbonara.jpg',                                               'carbonara',        'recipes'
            'carbonara.jpg',                                                       'carbonara',        ''
            'carbonara',                                                           'carbonara',        ''
            'boards/My Kitchen/Pasta al forno (2).jpeg',                           'Pasta al forno',   'My Kitchen'
            'a/b/old_brown-chair.final.png',                                       'old brown chair final', 'b'
            'recipes/2026/01/02/soup.jpg',                                         'soup',             'recipes'
            'recipes//soup.jpg',                                                   'soup',             'recipes'
            '/soup.jpg',                                                           'soup',             ''
            'soup/',                                                               '',                 'soup'
            '.hidden',                                                             'hidden',           ''
            'Mr. Smith',                                                           'Mr Smith',         ''
            'Küche/Käsespätzle für Oma.jpg',                                       'Käsespätzle für Oma', 'Küche'
            '料理/寿司 1.jpg',                                                        '寿司',               '料理'
            'cats/🐈.jpg',                                                          '',                 'cats'
            """)
    void ofKey_ofNames_givesTheirWords(String key, String title, String board) {
        assertThat(ImageText.ofKey(key)).isEqualTo(new ImageText(title, board));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'uploads/2026/01/02/0d9a1f3e-5b7c-4d2e-9f8a-1b2c3d4e5f60/My-Cat.jpg',  'My Cat',           ''
            'UPLOADS/2026/01/02/my cat.jpg',                                       'my cat',           'UPLOADS'
            'chairs/0D9A1F3E-5B7C-4D2E-9F8A-1B2C3D4E5F60.jpg',                     '',                 'chairs'
            'chairs/0d9a1f3e-5b7c-4d2e-9f8a-1b2c3d4e5f60 red.jpg',                 'red',              'chairs'
            'chairs/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png', '',         'chairs'
            'chairs/IMG_20260102_030405.jpg',                                      'IMG',              'chairs'
            'chairs/DSC0042.JPG',                                                  'DSC',              'chairs'
            'chairs/20260102T030405Z.jpg',                                         '',                 'chairs'
            'chairs/x7Yk29a.jpg',                                                  '',                 'chairs'
            '2026-01-02/1234.jpg',                                                 '',                 ''
            """)
    void ofKey_ofIdsDatesAndUploads_givesNoWordsOfThem(String key, String title, String board) {
        assertThat(ImageText.ofKey(key)).isEqualTo(new ImageText(title, board));
    }

    @Test
    void ofKey_ofDecomposedLetters_givesTheComposedOnes() {
        assertThat(ImageText.ofKey("Ku\u0308che/a\u0308.jpg")).isEqualTo(new ImageText("ä", "Küche"));
    }
}
