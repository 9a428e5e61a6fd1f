import Artifacts
import Community
import Content
import Encoding
import Fields
import Templates
import Vocabulary
import Words

/// A file that a page offers.
struct AttachmentView: TemplateView {
  let attachment: PageAttachment
  let words: any Words

  private var size: String { NumberText.fileSize(attachment.file.bytes) }

  static let about = "A file that a page offers."
  static let fields: [Field<AttachmentView>] = [
    Field("title", "what the page calls it, else its name", .text { $0.attachment.title }),
    Field("url", "its address", .text { $0.attachment.file.path.url }),
    Field(
      "type", "what it is, as a code for styles: pdf, document, sheet …", .text { $0.attachment.file.type.rawValue }),
    Field("typeLabel", "the same in words", .text { $0.words.label($0.attachment.file.type) }),
    Field("sizeLabel", "how large it is, in words", .text { $0.size }),
    Field("fileText", "both together", .text { $0.words.file($0.attachment.file.type, size: $0.size) }),
  ]
}

extension Field {
  /// What views with a text of somebody's say of the files it offers.
  static func attachments(_ get: @escaping @Sendable (Record) -> [AttachmentView]) -> Field {
    Field("attachments", "the files that it offers", .list(AttachmentView.self, get))
  }

  static func hasAttachments(_ get: @escaping @Sendable (Record) -> [AttachmentView]) -> Field {
    Field("hasAttachments", "whether it offers any", .flag { !get($0).isEmpty })
  }
}
