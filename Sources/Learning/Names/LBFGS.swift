/// Limited-memory BFGS (Liu and Nocedal 1989) with a backtracking line search: minimises a smooth convex
/// function of many variables. No randomness: the same function gives the same minimum.
struct LBFGS {
    var iterations = 60
    /// Steps remembered.
    var memory = 6
    /// Stops where an iteration gains less than this share of the value.
    var tolerance = 1e-6

    /// Moves `point` downhill.
    /// - Parameter function: the value at a point, writing the gradient there.
    func minimize(_ point: inout [Double], _ function: ([Double], inout [Double]) -> Double) {
        let count = point.count
        var gradient = [Double](repeating: 0, count: count)
        var value = function(point, &gradient)
        var steps: [(move: [Double], change: [Double], curvature: Double)] = []
        for iteration in 0..<iterations {
            var direction = Self.direction(gradient, steps)
            var slope = Self.dot(direction, gradient)
            if slope >= 0 {
                steps.removeAll()
                direction = gradient.map { -$0 }
                slope = Self.dot(direction, gradient)
            }
            if slope > -1e-12 { return }
            var length = iteration == 0 ? 1 / (-slope).squareRoot() : 1
            var next = point, nextGradient = gradient, nextValue = value
            for _ in 0..<20 {
                for index in 0..<count { next[index] = point[index] + length * direction[index] }
                nextValue = function(next, &nextGradient)
                if nextValue <= value + 1e-4 * length * slope { break }
                length /= 2
            }
            if nextValue >= value { return }
            var move = direction, change = gradient
            for index in 0..<count {
                move[index] = next[index] - point[index]
                change[index] = nextGradient[index] - gradient[index]
            }
            let curvature = Self.dot(move, change)
            if curvature > 1e-10 {
                if steps.count == memory { steps.removeFirst() }
                steps.append((move, change, curvature))
            }
            let gain = value - nextValue
            (point, gradient, value) = (next, nextGradient, nextValue)
            if gain < tolerance * abs(value) { return }
        }
    }

    /// The quasi-Newton direction from the remembered steps (two-loop recursion).
    private static func direction(
        _ gradient: [Double], _ steps: [(move: [Double], change: [Double], curvature: Double)]
    ) -> [Double] {
        var direction = gradient.map { -$0 }
        var factors: [Double] = []
        for step in steps.reversed() {
            let factor = dot(step.move, direction) / step.curvature
            factors.append(factor)
            add(step.change, times: -factor, to: &direction)
        }
        if let last = steps.last {
            let scale = last.curvature / dot(last.change, last.change)
            for index in direction.indices { direction[index] *= scale }
        }
        for (step, factor) in zip(steps, factors.reversed()) {
            let correction = dot(step.change, direction) / step.curvature
            add(step.move, times: factor - correction, to: &direction)
        }
        return direction
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sums = SIMD4<Double>()
        for index in a.indices { sums[index & 3] += a[index] * b[index] }
        return sums.sum()
    }

    private static func add(_ a: [Double], times factor: Double, to b: inout [Double]) {
        for index in a.indices { b[index] += factor * a[index] }
    }
}
