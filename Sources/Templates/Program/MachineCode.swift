import Encoding
import Fields

/// A program as it runs: all steps of all templates in one list, each a few numbers. What a step reads or writes lies in the tables beside it, and what
/// stands within it follows it, up to `end`: a section that is not shown is a jump.
///
/// `Step` says the same as a tree, for the compiler. Running the tree takes a copy of each step, with its closures and lists, for the `switch` over it.
final class MachineCode: Sendable {
  struct Instruction: Sendable {
    let operation: Operation
    /// Of a condition: what the value has to be.
    var isTrue = true
    /// The view that is read.
    var slot: Int32 = 0
    /// Where the value is put for what stands within.
    var into: Int32 = 0
    /// Where in its table the text or reader stands; of a text, its first byte.
    var operand: Int32 = 0
    /// The instruction after all that stand within; of a text, the end of its bytes.
    var end: Int32 = 0
  }

  enum Operation: UInt8 {
    case text, lineStart, show, showEscaped, showNumber, showIndex
    case when, whenPlace, withText, withoutText, withNumber, withoutNumber, withView, withoutView, each, whenEmpty
    case indented, call
  }

  let instructions: ContiguousArray<Instruction>
  /// Of each template.
  let routines: ContiguousArray<Range<Int>>
  /// All that templates say themselves, one after the other.
  let text: Bytes
  let texts: ContiguousArray<@Sendable (Address) -> String?>
  let numbers: ContiguousArray<@Sendable (Address) -> Int?>
  let flags: ContiguousArray<@Sendable (Address) -> Bool>
  let views: ContiguousArray<Reading.RecordReader>
  let lists: ContiguousArray<ListReading>
  let places: ContiguousArray<ListPlace>
  let indentations: ContiguousArray<Bytes?>

  init(_ routines: [[Step]]) {
    var writer = Writer()
    self.routines = ContiguousArray(routines.map { writer.append($0) })
    instructions = writer.instructions
    text = writer.text
    texts = writer.texts
    numbers = writer.numbers
    flags = writer.flags
    views = writer.views
    lists = writer.lists
    places = writer.places
    indentations = writer.indentations
  }

  private struct Writer {
    var instructions: ContiguousArray<Instruction> = []
    var text = Bytes()
    var texts: ContiguousArray<@Sendable (Address) -> String?> = []
    var numbers: ContiguousArray<@Sendable (Address) -> Int?> = []
    var flags: ContiguousArray<@Sendable (Address) -> Bool> = []
    var views: ContiguousArray<Reading.RecordReader> = []
    var lists: ContiguousArray<ListReading> = []
    var places: ContiguousArray<ListPlace> = []
    var indentations: ContiguousArray<Bytes?> = []

    /// - Returns: where they stand.
    mutating func append(_ steps: [Step]) -> Range<Int> {
      let start = instructions.count
      for step in steps { append(step) }
      return start..<instructions.count
    }

    private mutating func append(_ step: Step) {
      switch step {
      case .text(let bytes):
        var instruction = Instruction(operation: .text, operand: Int32(text.count))
        text += bytes
        instruction.end = Int32(text.count)
        instructions.append(instruction)
      case .lineStart: instructions.append(Instruction(operation: .lineStart))
      case .show(let slot, let get, let isEscaped):
        put(isEscaped ? .showEscaped : .show, slot: slot, Self.place(of: get, in: &texts))
      case .showNumber(let slot, let get): put(.showNumber, slot: slot, Self.place(of: get, in: &numbers))
      case .showIndex: instructions.append(Instruction(operation: .showIndex))
      case .when(let slot, let get, let isTrue, let steps):
        put(.when, slot: slot, Self.place(of: get, in: &flags), is: isTrue, around: steps)
      case .whenPlace(let place, let isTrue, let steps):
        put(.whenPlace, Self.place(of: place, in: &places), is: isTrue, around: steps)
      case .withText(let slot, let get, let inner, let steps):
        put(.withText, slot: slot, Self.place(of: get, in: &texts), into: inner, around: steps)
      case .withoutText(let slot, let get, let steps):
        put(.withoutText, slot: slot, Self.place(of: get, in: &texts), around: steps)
      case .withNumber(let slot, let get, let inner, let steps):
        put(.withNumber, slot: slot, Self.place(of: get, in: &numbers), into: inner, around: steps)
      case .withoutNumber(let slot, let get, let steps):
        put(.withoutNumber, slot: slot, Self.place(of: get, in: &numbers), around: steps)
      case .withView(let slot, let read, let inner, let steps):
        put(.withView, slot: slot, Self.place(of: read, in: &views), into: inner, around: steps)
      case .withoutView(let slot, let read, let steps):
        put(.withoutView, slot: slot, Self.place(of: read, in: &views), around: steps)
      case .each(let slot, let list, let inner, let steps):
        put(.each, slot: slot, Self.place(of: list, in: &lists), into: inner, around: steps)
      case .whenEmpty(let slot, let list, let steps):
        put(.whenEmpty, slot: slot, Self.place(of: list, in: &lists), around: steps)
      case .indented(let more, let steps): put(.indented, Self.place(of: more, in: &indentations), around: steps)
      case .call(let routine): put(.call, Int32(routine))
      }
    }

    private mutating func put(
      _ operation: Operation, slot: Int = 0, _ operand: Int32, is isTrue: Bool = true, into: Int = 0,
      around steps: [Step] = []
    ) {
      let place = instructions.count
      instructions.append(
        Instruction(operation: operation, isTrue: isTrue, slot: Int32(slot), into: Int32(into), operand: operand))
      instructions[place].end = Int32(append(steps).upperBound)
    }

    private static func place<Entry>(of entry: Entry, in table: inout ContiguousArray<Entry>) -> Int32 {
      table.append(entry)
      return Int32(table.count - 1)
    }
  }
}
