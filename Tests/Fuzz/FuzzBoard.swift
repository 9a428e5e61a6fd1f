import Foundation

/// A file in both processes' memory, on which the worker notes what it is about to read: it is still there when the worker is not.
struct FuzzBoard: @unchecked Sendable {
  /// Which input is being read, and what has been seen so far.
  enum Figure: Int, CaseIterable {
    case index, inputLength, textLength, accepted, slowestNanoseconds, slowestIndex, peakKilobytes
  }

  private static let textOffset = 64
  private static let textLimit = 4_000
  private static let inputOffset = 4_096
  private static let inputLimit = 4 << 20

  private let memory: UnsafeMutableRawPointer

  /// Opens the file, or makes it.
  init(path: String) {
    let size = Self.inputOffset + Self.inputLimit
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    guard file >= 0, ftruncate(file, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
    else { fatalError("\(path): \(String(cString: strerror(errno)))") }
    close(file)
    self.memory = memory
  }

  subscript(figure: Figure) -> Int {
    get { memory.load(fromByteOffset: figure.rawValue * 8, as: Int.self) }
    nonmutating set { memory.storeBytes(of: newValue, toByteOffset: figure.rawValue * 8, as: Int.self) }
  }

  var input: [UInt8] {
    get { Array(UnsafeRawBufferPointer(start: memory + Self.inputOffset, count: self[.inputLength])) }
    nonmutating set { self[.inputLength] = write(newValue[...], at: Self.inputOffset, limit: Self.inputLimit) }
  }

  /// What the worker found.
  var text: String {
    get {
      String(
        decoding: UnsafeRawBufferPointer(start: memory + Self.textOffset, count: self[.textLength]), as: UTF8.self)
    }
    nonmutating set {
      self[.textLength] = write(Array(newValue.utf8)[...], at: Self.textOffset, limit: Self.textLimit)
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>, at offset: Int, limit: Int) -> Int {
    let kept = bytes.prefix(limit)
    kept.withUnsafeBytes {
      (memory + offset).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    return kept.count
  }
}
