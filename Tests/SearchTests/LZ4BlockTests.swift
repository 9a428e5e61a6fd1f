import RandomInputs
import Testing

@testable import Search

struct LZ4BlockTests {
  /// What stands in a block, as the format's description has it; nil where it breaks one of its rules.
  private func unpacked(_ block: [UInt8], of size: Int) -> [UInt8]? {
    var out: [UInt8] = []
    var place = 0
    func rest(_ bits: UInt8) -> Int? {
      guard bits == 15 else { return Int(bits) }
      var count = 15
      while place < block.count {
        count += Int(block[place])
        place += 1
        if block[place - 1] < 255 { return count }
      }
      return nil
    }
    while place < block.count {
      let token = block[place]
      place += 1
      guard let count = rest(token >> 4), place + count <= block.count else { return nil }
      out += block[place..<place + count]
      place += count
      // The last bytes are no repetition, and none begins in the last twelve.
      if place == block.count { return token & 15 == 0 && (count >= 5 || count == size) ? out : nil }
      guard place + 2 <= block.count, out.count + 12 <= size else { return nil }
      let distance = Int(block[place]) + Int(block[place + 1]) * 256
      place += 2
      guard distance > 0, distance <= out.count, let length = rest(token & 15) else { return nil }
      for _ in 0..<length + 4 { out.append(out[out.count - distance]) }
    }
    return nil
  }

  private func sample(_ random: inout SeededRandom, _ size: Int, words: Int) -> [UInt8] {
    let words = (0..<words).map { _ in
      (0..<Int.random(in: 1...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    var out: [UInt8] = []
    while out.count < size { out += words.randomElement(using: &random)! }
    return Array(out.prefix(size))
  }

  @Test func allComesBack() {
    var random = SeededRandom(seed: 20_261_201)
    for size in Array(0...70) + [254, 255, 256, 269, 270, 271, 5000, 70_000, 200_000] {
      for words in [1, 3, 50, 2000] {
        let bytes = sample(&random, size, words: words)
        #expect(unpacked(LZ4Block.pack(bytes), of: size) == bytes, "\(size), \(words)")
      }
      let same = [UInt8](repeating: 7, count: size)
      #expect(unpacked(LZ4Block.pack(same), of: size) == same, "\(size)")
    }
  }

  @Test func whatStoodBeforeTakesFewBytes() {
    let sentence = Array("停电期间电梯、门禁和水泵都不工作，请提前安排。".utf8)
    #expect(LZ4Block.pack(sentence + sentence + sentence).count < sentence.count + 20)
    // What has nothing twice gets hardly longer.
    var random = SeededRandom(seed: 1)
    let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(LZ4Block.pack(noise).count < 10_060)
  }
}
