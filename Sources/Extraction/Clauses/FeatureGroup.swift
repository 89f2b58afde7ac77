/// Groups of features. A feature's value is its group's weight over the root of how many of the group there
/// are, so that long candidates do not score higher for being long.
enum FeatureGroup: Int, CaseIterable {
    case words, pairs, triples, skips, letters, classes, wordClasses, wordClassPairs
    case left, right, outsidePairs
    case classSets, boundary, shape, cues, outsideCues, style
    case previous, next, heading, title, position

    /// Kept, as `allCases` makes a new array each time.
    static let all = allCases
    static let count = all.count

    /// The weight where it is decided whether a stretch is a clause.
    var spanWeight: Float {
        switch self {
        case .words, .pairs, .letters, .boundary, .shape, .cues: 1
        case .triples: 0.7
        case .skips, .classes, .classSets, .left, .right, .outsideCues, .style, .wordClasses, .wordClassPairs: 0.5
        case .heading, .title, .position: 0.4
        case .previous, .next: 0.3
        case .outsidePairs: 0
        }
    }

    /// The weight where it is decided of which type a clause is.
    var typeWeight: Float {
        switch self {
        case .cues: 2.5
        case .words, .pairs, .letters, .wordClasses: 1
        case .triples: 0.7
        case .skips, .classes, .classSets, .left, .right: 0.5
        case .outsideCues: 0.4
        case .boundary, .shape: 0.3
        case .outsidePairs: 0.2
        case .wordClassPairs, .style, .previous, .next, .heading, .title, .position: 0
        }
    }
}
