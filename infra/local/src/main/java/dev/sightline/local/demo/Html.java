package dev.sightline.local.demo;

/** Text into HTML. */
final class Html {

    private Html() {}

    /** Safe between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
