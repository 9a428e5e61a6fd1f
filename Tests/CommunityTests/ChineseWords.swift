import Words

/// Of a Chinese site.
let words = SimplifiedChinese.words
