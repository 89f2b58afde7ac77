/// The logarithm of the odds of a probability, kept within 1 to 100,000.
func logit(_ probability: Float) -> Float {
    let kept = min(max(probability, 1e-5), 1 - 1e-5)
    return logarithm(kept / (1 - kept))
}
