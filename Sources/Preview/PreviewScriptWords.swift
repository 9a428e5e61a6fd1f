import Encoding
import Words

/// The words that the preview's script says, by the names it knows them by.
enum PreviewScriptWords {
  static func write(_ words: any Words, to json: inout JSONWriter) {
    json.object { json in
      json.field("time", words.previewTime)
      json.field("now", words.previewNow)
      json.field("moment", words.previewMoment)
      json.field("exactTime", words.previewExactTime)
      json.field("page", words.previewPage)
      json.field("phone", words.previewPhone)
      json.field("elder", words.previewElder)
      json.field("print", words.previewPrint)
      json.field("screens", words.previewScreens)
      json.field("noScreens", words.previewNoScreens)
      json.field("landscape", words.previewLandscape)
      json.field("portrait", words.previewPortrait)
      json.field("printNote", words.previewPrintNote)
      json.field("pages", words.previewPages)
      json.field("findPage", words.previewFindPage)
      json.field("nothingFound", words.previewNothingFound)
      json.field("drafts", words.previewDrafts)
      json.field("lastGood", words.previewLastGood)
      json.field("noGood", words.previewNoGood)
      json.field("whatToDo", words.previewWhatToDo)
      json.field("looking", words.previewLooking)
      json.field("noProblems", words.previewNoProblems)
      json.field("changes", words.previewChanges)
      json.field("neverPublished", words.previewNeverPublished)
      json.field("nothingChanges", words.previewNothingChanges)
      json.field("mendFirst", words.previewMendFirst)
      json.field("hide", words.previewHide)
      json.field("show", words.previewShow)
      json.field("close", words.previewClose)
      json.field("lost", words.previewLost)
      json.field("problems", words.previewProblems.pair)
      json.field("errors", words.previewErrors.pair)
      json.field("added", words.previewAdded.pair)
      json.field("changed", words.previewChanged.pair)
      json.field("gone", words.previewGone.pair)
      json.field("otherFiles", words.previewOtherFiles.pair)
      json.field("more", words.previewMore.pair)
      json.field("weekdays", words.previewWeekdays)
    }
  }
}
