package dev.sightline.lab.scale;

/** A number that arithmetic here asks for by its name, and the one unit in which a table may give it. */
public interface Quantity {

    /** Its name in a table: stable, lower case with dashes. */
    String slug();

    /** Its unit, letter by letter as in a table. */
    String unit();
}
