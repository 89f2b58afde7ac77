// swift-tools-version: 6.1
import PackageDescription

// The same strictness for every target: no implicit existentials, and an import is seen only by the
// file and the module that wrote it, so that the C module cannot leak through the wrapper.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The extractor and the store are optimized in debug builds too: the tests read and file thousands of articles.
let strictAndQuick = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "kb",
    products: [
        .executable(name: "kb", targets: ["kb"]),
        .executable(name: "kb-train", targets: ["kb-train"]),
        .executable(name: "kb-floor", targets: ["kb-floor"]),
        .executable(name: "kb-bench", targets: ["kb-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strictAndQuick),
        .target(name: "CAssets"),
        .target(name: "Assets", dependencies: ["CAssets"], swiftSettings: strict),
        .target(name: "Model", swiftSettings: strictAndQuick),
        .target(name: "Reading", dependencies: ["Model", "Assets"], swiftSettings: strictAndQuick),
        .target(name: "Extraction", dependencies: ["Model", "Assets"], swiftSettings: strictAndQuick),
        .target(
            name: "Store",
            dependencies: ["Model", "SQLite", "Assets", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strictAndQuick),
        .executableTarget(
            name: "kb",
            dependencies: [
                "Model", "Reading", "Extraction", "Store",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-static-executable", "-use-ld=lld", "-lswiftSynchronization", "-l_FoundationCShims",
                        "-l_FoundationCollections", "-Xlinker", "--gc-sections", "-Xlinker", "-s",
                    ], .when(configuration: .release))
            ]),
        // Training: turns data/training into the weights under data/models. Built for developers, never installed.
        .target(name: "Learning", dependencies: ["Model", "Reading", "Extraction", "Assets"], swiftSettings: strict),
        .executableTarget(
            name: "kb-train",
            dependencies: [
                "Learning", "Extraction", "Reading", "Model",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Measuring: the floor in C, and what runs kb beside it. Built for developers, never installed.
        .executableTarget(name: "kb-floor", dependencies: ["CSQLite"]),
        .executableTarget(
            name: "kb-bench",
            dependencies: [
                "Learning", "Reading", "Extraction", "Model",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
        .testTarget(name: "AssetsTests", dependencies: ["Assets"], swiftSettings: strict),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Model"], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Reading", "Model", "Assets"], swiftSettings: strict),
        .testTarget(name: "LearningTests", dependencies: ["Learning", "Extraction"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "SQLite", "CSQLite", "Assets", "Reading", "Extraction", "Model"],
            exclude: ["Resources"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["kb", "Store", "Model"], exclude: ["Transcripts", "Golden"],
            swiftSettings: strict),
    ],
    cLanguageStandard: .gnu2x
)

// Targets for libFuzzer, which brings its own `main`: only where they are asked for (scripts/fuzz.sh).
if Context.environment["KB_FUZZ"] != nil {
    let subjects = ["FuzzReading", "FuzzExtraction", "FuzzQuery", "FuzzDatabase", "FuzzJSON"]
    package.products += subjects.map { .executable(name: $0, targets: [$0]) }
    package.targets.append(
        .target(
            name: "FuzzSupport", dependencies: ["Reading", "Extraction", "Store", "Model"], path: "Fuzz/FuzzSupport",
            swiftSettings: strict))
    package.targets += subjects.map {
        .executableTarget(
            name: $0, dependencies: ["FuzzSupport", "Reading", "Extraction", "Store", "Model"], path: "Fuzz/\($0)",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    }
}
