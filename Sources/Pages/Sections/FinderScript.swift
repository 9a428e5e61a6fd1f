import Artifacts
import BrowserFiles
import Encoding
import Words

/// The finder's script, as a file of its own beside the pages that use it: ES5 in one closure, with what it says before it as data.
struct FinderScript {
  let artifact: Artifact
  var url: String { artifact.path.url }

  init(_ words: any Words) {
    let bytes = BrowserFile.finder.enclosed(words: Self.json(words))
    // Another path for another script: browsers may keep it for ever.
    artifact = Artifact(.at("assets/finder.\(ThemeAssets.fingerprint(bytes)).js"), .javaScript, .bytes(bytes))
  }

  private static func json(_ words: any Words) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("address", words.addressPattern)
      json.field("number", words.numberPattern)
      json.field("numbers", words.numbersPattern)
      json.field("sides", ["", words.oddNumbers, words.evenNumbers])
      json.field("belongsTo", words.belongsTo)
      json.field("whomToCall", words.whomToCall)
      json.field("nobodyToCall", words.nobodyToCall)
      json.field("venue", words.venueNearby)
      json.field("also", words.alsoIn)
      json.field("buildings", words.otherBuildings)
      json.field("whichOne", words.whichOne)
      json.field("road", words.roadBelongsTo)
      json.field("notListed", words.addressNotListed)
      json.field("nearest", words.nearestNumbers)
      json.field("notFound", words.addressNotFound)
      json.field("similar", words.similarRoads)
      json.field("whatToDo", words.whatToDo)
    }
    return json.bytes
  }
}
