// swift-tools-version: 6.1
import PackageDescription

// One target a room (ARCHITECTURE.md). The dependency lists below are the law of what may import what:
// foundations know nothing of communities, rooms import only what stands before them in the flow.
let package = Package(
  name: "Gongshi",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gongshi", targets: ["gongshi"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // System and C.
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CGcrypt", pkgConfig: "libgcrypt", providers: [.apt(["libgcrypt20-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CGif", providers: [.apt(["libgif-dev"])]),
    .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
    .systemLibrary(name: "CJpeg", pkgConfig: "libjpeg", providers: [.apt(["libjpeg62-turbo-dev"])]),
    .systemLibrary(name: "CLcms", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"])]),
    .systemLibrary(name: "CPng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CBrowserFiles", exclude: ["closure.js"]),
    .target(name: "CBuiltIn", exclude: ["list.sh"]),
    .target(name: "CLetters", dependencies: ["CFreeType"]),
    .target(name: "CLinux"),
    .target(name: "CMarkdownMemory", dependencies: ["CCmark"]),
    // giflib has no pkg-config file.
    .target(
      name: "CPictures", dependencies: ["CGif", "CJpeg", "CLcms", "CPng", "CWebP"],
      linkerSettings: [.linkedLibrary("gif")]),

    // Foundations: know nothing of communities.
    .target(name: "Encoding"),
    .target(name: "Scanning"),
    .target(name: "Digests", dependencies: ["COpenSSL", "Encoding"]),
    .target(name: "PublicText", dependencies: ["Diagnostics", "Encoding"]),
    .target(name: "BrowserFiles", dependencies: ["CBrowserFiles", "Digests", "Encoding"]),
    .target(name: "BuiltIn", dependencies: ["CBuiltIn"]),
    .target(name: "Diagnostics", dependencies: ["Encoding", "Pinyin"]),
    .target(name: "Parallel"),
    .target(name: "CivilTime"),
    .target(name: "Vocabulary"),
    .target(name: "Words", dependencies: ["CivilTime", "Vocabulary"]),
    .target(name: "Files", dependencies: ["CLinux"]),
    .target(name: "Artifacts", dependencies: ["Encoding"]),
    .target(name: "Archives", dependencies: ["CZip", "CZlib"]),
    .target(name: "OfficeFiles", dependencies: ["CExpat", "CZip"]),
    .target(name: "Spreadsheets", dependencies: ["Archives", "CivilTime", "Encoding", "OfficeFiles", "Scanning"]),
    .target(
      name: "Inspection", dependencies: ["Artifacts", "CZlib", "Files", "OfficeFiles", "PublicText"]),
    .target(
      name: "Pictures",
      dependencies: ["Artifacts", "CLinux", "CPictures", "Digests", "Encoding", "Files", "Inspection", "Parallel"]),
    .target(
      name: "ShareCards",
      dependencies: ["Artifacts", "CLetters", "CPictures", "Digests", "Encoding", "Files", "Parallel", "Pictures"]),
    .target(name: "Pinyin", dependencies: ["Encoding", "Scanning"]),
    .target(name: "Finder", dependencies: ["Encoding", "Pinyin"], exclude: ["Client"]),
    .target(
      name: "Starter", dependencies: ["BuiltIn", "CivilTime", "Pinyin", "Vocabulary", "Words"], exclude: ["Files"]),
    .target(name: "Markdown", dependencies: ["CCmark", "CMarkdownMemory", "Encoding", "Pinyin", "Scanning"]),

    .target(name: "Fields"),
    .target(name: "Templates", dependencies: ["Diagnostics", "Encoding", "Fields", "Scanning"]),
    .target(name: "QRCodes", dependencies: ["CQrencode"]),
    .target(name: "Signing", dependencies: ["CGcrypt", "COpenSSL", "Digests", "Encoding"]),

    // The way of the data.
    .target(
      name: "Content",
      dependencies: [
        "Artifacts", "BuiltIn", "CivilTime", "Diagnostics", "Digests", "Encoding", "Files", "Inspection", "Markdown",
        "Parallel", "Pictures", "Pinyin", "PublicText", "Scanning", "Vocabulary", "Words",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Activities",
      dependencies: [
        "CivilTime", "Diagnostics", "Digests", "Encoding", "Fields", "Files", "Finder", "Parallel", "PublicText",
        "Spreadsheets",
        "Vocabulary", "Words",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Community",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Content", "Diagnostics", "Digests", "Encoding", "Markdown", "Parallel",
        "Pinyin", "Finder", "PublicText", "Spreadsheets", "Vocabulary", "Words",
      ]),
    .target(
      name: "Pages",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Content", "Diagnostics", "Encoding", "Fields", "Markdown",
        "Pictures", "PublicText", "QRCodes", "ShareCards", "Templates", "Vocabulary", "Words", "BrowserFiles", "Finder",
      ]),
    .target(
      name: "FeedFormat",
      dependencies: ["Artifacts", "CivilTime", "Community", "Content", "Digests", "Encoding", "Fields", "Vocabulary"]),
    .target(
      name: "Feeds",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Content", "Digests", "Encoding", "FeedFormat", "Fields",
        "Markdown", "Parallel", "Pictures", "Vocabulary", "Words",
      ]),
    .target(
      name: "Screens",
      dependencies: [
        "Activities", "Archives", "Artifacts", "BrowserFiles", "CivilTime", "Community", "Content", "Diagnostics",
        "Digests", "Encoding", "FeedFormat", "Fields", "Files", "Inspection", "Markdown", "Parallel", "Pictures",
        "QRCodes", "Scanning", "Signing", "Vocabulary", "Words",
      ],
      exclude: ["Player"]),
    .target(
      name: "Search",
      dependencies: [
        "Activities", "Artifacts", "BrowserFiles", "CivilTime", "Community", "Content", "Encoding", "Markdown",
        "Parallel", "Pinyin", "Scanning", "Vocabulary", "Words",
      ],
      exclude: ["Client"]),
    .target(
      name: "Publishing", dependencies: ["Artifacts", "CLinux", "Digests", "Files", "Parallel", "Scanning"]),
    .target(name: "Delivery", dependencies: ["Artifacts"]),
    .target(name: "Posters", dependencies: ["Artifacts", "Encoding", "QRCodes"]),

    .target(
      name: "Assembly",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Content", "Diagnostics", "Digests", "Encoding", "Feeds",
        "Files", "Markdown", "Pages", "Parallel", "Pictures", "PublicText", "Screens", "Search", "ShareCards",
        "Signing",
        "Vocabulary", "Words",
      ]),

    // Beside the way: what comes back from the screens.
    .target(
      name: "Heartbeat",
      dependencies: ["CivilTime", "CLinux", "CZlib", "Diagnostics", "Encoding", "Files", "Scanning", "Vocabulary"]),

    // The preview: what a site would publish, from memory, to a browser. Its server alone knows HTTP's libraries, which are a third of what is
    // compiled: the tests' build goes without them.
    .target(
      name: "Preview",
      dependencies: [
        "Artifacts", "Assembly", "BrowserFiles", "CivilTime", "Community", "Content", "Diagnostics", "Encoding",
        "Files", "Words",
      ],
      exclude: ["Client"]),
    .target(
      name: "PreviewServer",
      dependencies: [
        "Preview",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),

    // The edge.
    .executableTarget(
      name: "gongshi",
      dependencies: [
        "Activities", "Archives", "Artifacts", "Assembly", "BuiltIn", "CCmark", "CJemalloc", "CivilTime", "Community",
        "Content",
        "Delivery", "Diagnostics",
        "Encoding", "Files", "Finder", "Heartbeat", "Markdown", "Parallel", "Pictures", "Pinyin", "Posters", "Preview",
        "PreviewServer", "Publishing",
        "PublicText",
        "Screens",
        "Signing",
        "Spreadsheets", "Starter", "Vocabulary", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      // By it a build knows whether the last one was made by this very program. [0077]
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux]))]),

    // Tests mirror Sources; Commands runs the real binary.
    .testTarget(
      name: "InspectionTests", dependencies: ["Archives", "Artifacts", "CZlib", "Inspection", "PublicText"]),
    .testTarget(
      name: "PicturesTests", dependencies: ["Artifacts", "Files", "Pictures", "RandomInputs", "TestSupport"]),
    .testTarget(name: "ShareCardsTests", dependencies: ["Files", "Pictures", "ShareCards"]),
    .testTarget(name: "BuiltInTests", dependencies: ["BuiltIn"]),
    .testTarget(
      name: "StarterTests",
      dependencies: [
        "Activities", "Artifacts", "Assembly", "CivilTime", "Community", "Diagnostics", "Parallel", "Starter",
        "TestSupport", "Vocabulary", "Words",
      ]),
    .testTarget(name: "EncodingTests", dependencies: ["Encoding"]),
    .testTarget(name: "BrowserFilesTests", dependencies: ["BrowserFiles", "Encoding"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "CivilTimeTests", dependencies: ["CivilTime", "RandomInputs", "TestSupport", "Words"], exclude: ["Fixtures"]
    ),
    .testTarget(name: "WordsTests", dependencies: ["CivilTime", "TestSupport", "Words"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "PublicTextTests", dependencies: ["Diagnostics", "PublicText", "RandomInputs", "TestSupport"]),
    .testTarget(name: "ArtifactsTests", dependencies: ["Artifacts"]),
    .testTarget(name: "ScanningTests", dependencies: ["Scanning"]),
    .testTarget(name: "PinyinTests", dependencies: ["Pinyin"]),
    .testTarget(name: "FinderTests", dependencies: ["Finder", "RandomInputs"], exclude: ["Fixtures"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Encoding", "Markdown", "TestSupport"]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Archives", "CivilTime", "Spreadsheets"]),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Diagnostics", "Encoding", "Fields", "Templates"], exclude: ["Fixtures"]),
    .testTarget(name: "QRCodesTests", dependencies: ["QRCodes"]),
    .testTarget(
      name: "SigningTests",
      dependencies: ["Digests", "Encoding", "RandomInputs", "Signing"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(
      name: "ContentTests",
      dependencies: [
        "Artifacts", "CivilTime", "Content", "Diagnostics", "Files", "Markdown", "Parallel", "RandomInputs",
        "TestSupport",
        "Vocabulary", "Words",
      ]),
    .testTarget(
      name: "ActivitiesTests",
      dependencies: [
        "Activities", "CivilTime", "Diagnostics", "Files", "PublicText", "Spreadsheets", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CommunityTests",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Content", "Diagnostics", "Encoding", "Finder",
        "PublicText", "RandomInputs", "TestSupport", "Vocabulary", "Words",
      ]),
    .testTarget(
      name: "HeartbeatTests",
      dependencies: ["CivilTime", "Diagnostics", "Encoding", "Files", "Heartbeat", "RandomInputs", "Vocabulary"]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Activities", "CivilTime", "Community", "Content", "Diagnostics", "Parallel", "QRCodes", "RandomInputs",
        "Screens", "TestSupport", "Vocabulary", "Words",
      ]),
    .testTarget(
      name: "SearchTests", dependencies: ["Encoding", "Parallel", "RandomInputs", "Search", "Vocabulary"]),
    .testTarget(name: "FeedFormatTests", dependencies: ["Encoding", "FeedFormat", "Fields"]),
    .testTarget(
      name: "FeedsTests",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Encoding", "Feeds", "TestSupport", "Vocabulary",
      ]),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Activities", "Artifacts", "BrowserFiles", "CivilTime", "Community", "Content", "Diagnostics", "Encoding",
        "Fields", "Pages",
        "Templates",
        "TestSupport", "Vocabulary", "Words",
      ]),
    .testTarget(name: "PublishingTests", dependencies: ["Artifacts", "Files", "Parallel", "Publishing"]),
    .testTarget(name: "DeliveryTests", dependencies: ["Artifacts", "Delivery"]),
    .testTarget(name: "PostersTests", dependencies: ["Artifacts", "Encoding", "Posters"]),
    .testTarget(
      name: "AssemblyTests",
      dependencies: [
        "Activities", "Artifacts", "Assembly", "CivilTime", "Community", "Content", "Diagnostics", "Encoding", "Files",
        "Parallel", "Publishing", "RandomInputs", "Signing", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PreviewTests", dependencies: ["CivilTime", "Preview"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "CommandTests", exclude: ["Fixtures"]),
    .target(name: "RandomInputs", path: "Tests/RandomInputs"),
    .target(
      name: "TestSupport",
      dependencies: [
        "Activities", "Artifacts", "CivilTime", "Community", "Content", "Diagnostics", "Encoding", "Fields", "Files",
        "Parallel", "Vocabulary", "Words",
      ],
      path: "Tests/TestSupport"),

    // Programs for those who work on this one; no products.
    .executableTarget(
      name: "recurrence-benchmark", dependencies: ["CivilTime", "RandomInputs"], path: "Benchmarks/Recurrence"),
    .executableTarget(
      name: "markdown-benchmark", dependencies: ["CCmark", "CJemalloc", "Encoding", "Markdown"],
      path: "Benchmarks/Markdown"),
    .executableTarget(
      name: "search-benchmark",
      dependencies: ["Artifacts", "Assembly", "CJemalloc", "CivilTime", "Parallel", "Search"], path: "Benchmarks/Search"
    ),
    .executableTarget(
      name: "templates-benchmark",
      dependencies: ["Assembly", "CJemalloc", "CivilTime", "Community", "Content", "Pages", "Parallel"],
      path: "Benchmarks/Templates"
    ),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CCmark", "CivilTime", "Content", "Diagnostics", "Encoding", "Fields", "Heartbeat", "Inspection", "Markdown",
        "RandomInputs", "Screens", "Spreadsheets", "Templates", "Vocabulary", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz"),
  ],
  swiftLanguageModes: [.v6]
)

// What a room imports is its own affair unless its declarations show it, and a member is used only where its module is imported.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
