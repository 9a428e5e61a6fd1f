/* Traditional characters. A query that finds nothing is asked again in simplified ones. */

/* Those that are simplified ones, too: 著, 乾, 瞭. */
var BOTH = "\u8457\u4e7e\u77ad";

/* All but the characters `kept`, which are simplified ones, too. `table` is traditional characters and the simplified ones in their places: those that
   stand in the site's texts (`TraditionalCharacters`). */
function simplified(text, kept, table) {
  return text.replace(/[\u3400-\u9fff]/g, function (one) {
    var place = table[0].indexOf(one);
    return place < 0 || kept.indexOf(one) >= 0 ? one : table[1].charAt(place);
  });
}
