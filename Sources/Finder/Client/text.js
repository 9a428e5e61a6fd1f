/* An address as it is compared, and the number and the building that stand in it: as `AddressText`, `HouseNumber` and `BuildingName` have it, whom a
   table of cases holds this to. */

var MARKS = ["号楼", "栋", "幢", "座"], LAST_MARKS = MARKS.concat("楼"), SIDE_MARKS = ["楼", "座", "栋"], SIDES = "东西南北中前后主副",
  NUMERALS = "〇一二三四五六七八九零两十百千", VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2, 10, 100, 1000];

function isDigit(text, place) {
  var code = text.charCodeAt(place);
  return code >= 0x30 && code <= 0x39;
}
function isLetter(text, place) {
  var code = text.charCodeAt(place);
  return code >= 0x61 && code <= 0x7a;
}
/* A character as it is compared; "" for blanks and punctuation. */
function plainCharacter(text, place) {
  var code = text.charCodeAt(place), one, traditional;
  if (code >= 0xff01 && code <= 0xff5e) { code -= 0xfee0; }
  if (code >= 0x41 && code <= 0x5a) { code += 0x20; }
  if (code === 0x2212 || code === 0xfe63 || code === 0x301c || code === 0x7e || code >= 0x2010 && code <= 0x2015) { code = 0x2d; }
  one = String.fromCharCode(code);
  traditional = "號樓棟單層區縣鎮鄉兩".indexOf(one);
  if (traditional >= 0) { return "号楼栋单层区县镇乡两".charAt(traditional); }
  return isDigit(one, 0) || isLetter(one, 0) || code === 0x2d || code === 0x3007 || code >= 0xc0 && code <= 0x1fff || code >= 0x2e80 && code <= 0x2fff ||
    code >= 0x3040 && code <= 0xfdff ? one : "";
}
/* 三十五 is 35, 一〇二 is 102. */
function digitsOf(numeral) {
  var values = numeral.split("").map(function (one) { return VALUES[NUMERALS.indexOf(one)]; }), sum = 0, digit = -1;
  if (!values.some(function (value) { return value > 9; })) { return values.join(""); }
  values.forEach(function (value) {
    if (value > 9) {
      sum += (digit < 0 ? 1 : digit) * value;
      digit = -1;
    } else {
      digit = value;
    }
  });
  return String(sum + Math.max(0, digit));
}
function addressText(text) {
  var out = "", isApart = false, numeral = "", place, one, length = Math.min(text.length, 200);
  function add(more) {
    var last = out.length - 1;
    if (isApart && last >= 0 && (isDigit(out, last) || isLetter(out, last)) && (isDigit(more, 0) || isLetter(more, 0))) { out += " "; }
    isApart = false;
    out += more;
  }
  function endNumeral() {
    if (numeral) { add(digitsOf(numeral)); }
    numeral = "";
  }
  for (place = 0; place < length; place += 1) {
    one = plainCharacter(text, place);
    if (one && NUMERALS.indexOf(one) >= 0) {
      numeral += one;
    } else {
      endNumeral();
      if (one) { add(one); } else { isApart = true; }
    }
  }
  endNumeral();
  return out;
}

function digitsAt(text, place) {
  var end = place;
  while (isDigit(text, end)) { end += 1; }
  return text.substring(place, end);
}
function withoutZeros(digits) { return digits.replace(/^0+(?=.)/, ""); }
function hasMark(text, place, marks) {
  return marks.some(function (mark) { return text.substr(place, mark.length) === mark; });
}
function findBuilding(text, start) {
  var place, letters, digits;
  for (place = start; place < text.length; place += 1) {
    if (SIDES.indexOf(text.charAt(place)) >= 0 && hasMark(text, place + 1, SIDE_MARKS)) { return text.charAt(place); }
    if ((isDigit(text, place) || isLetter(text, place)) && !(place > 0 && (isDigit(text, place - 1) || isLetter(text, place - 1)))) {
      letters = isLetter(text, place) ? 1 : 0;
      digits = digitsAt(text, place + letters);
      if (hasMark(text, place + letters + digits.length, letters ? LAST_MARKS : MARKS)) {
        return text.substr(place, letters) + (digits ? withoutZeros(digits) : "");
      }
    }
  }
  return null;
}
/* What a building is compared by: 3号楼, 3栋 and 3幢 are one. */
function buildingKey(name) {
  var text = addressText(name), letters = isLetter(text, 0) ? 1 : 0, digits = digitsAt(text, letters), rest = text.substring(letters + digits.length);
  if (!text) { return null; }
  if (letters + digits.length && (!rest || rest === "号" || LAST_MARKS.indexOf(rest) >= 0)) { return text.substr(0, letters) + (digits ? withoutZeros(digits) : ""); }
  if (SIDES.indexOf(text.charAt(0)) >= 0 && (text.length === 1 || SIDE_MARKS.indexOf(text.substring(1)) >= 0)) { return text.charAt(0); }
  return text;
}
function isShortBuilding(key) { return key.length === 1 && SIDES.indexOf(key) >= 0 || /^[a-z]?\d*$/.test(key); }

/* What stands behind a road's name: `35号3号楼2单元501` is number 35, building 3. */
function houseNumber(text) {
  var place = text.charAt(0) === " " ? 1 : 0, digits = digitsAt(text, place), found = { number: null, building: null, isMarked: false, end: 0 }, parts = [], part;
  if (!digits || hasMark(text, place + digits.length, MARKS)) {
    found.building = findBuilding(text, 0);
    return found;
  }
  found.number = digits.length > 6 ? 999999 : Number(digits);
  place += digits.length;
  while (text.charAt(place) === "-" && isDigit(text, place + 1)) {
    part = digitsAt(text, place + 1);
    parts.push(part);
    place += 1 + part.length;
  }
  if (parts.length > 1) { found.building = withoutZeros(parts[0]); }
  found.isMarked = text.charAt(place) === "号";
  found.end = found.isMarked ? place + 1 : place;
  if (found.building === null) { found.building = findBuilding(text, found.end); }
  return found;
}
