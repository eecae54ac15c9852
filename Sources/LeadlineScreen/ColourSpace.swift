extension RGB {
  /// Relative luminance, 0...1 (WCAG 2.1, with the threshold of the sRGB standard).
  package var luminance: Double { 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) }

  /// Contrast ratio, 1...21 (WCAG 2.1).
  package func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The palette entry that looks most like this colour: nearest in CIELAB, since in RGB violet turns blue. Of equal
  /// ones the first.
  package func nearest(in indices: ClosedRange<UInt8>) -> UInt8 {
    let lab = lab
    return indices.min { lab.distance(to: RGB.palette[Int($0)]) < lab.distance(to: RGB.palette[Int($1)]) } ?? 0
  }

  private static let palette: [Lab] = (0...255).map { RGB(xterm: $0).lab }

  /// CIE 1976 L*a*b* of sRGB under D65.
  private var lab: Lab {
    let (r, g, b) = (linear(red), linear(green), linear(blue))
    let x = compressed((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    let y = compressed(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = compressed((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return Lab(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }
}

private struct Lab {
  var lightness: Double
  var a: Double
  var b: Double

  /// The square of ΔE*76, which orders as ΔE does.
  func distance(to other: Lab) -> Double {
    let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
    return l * l + a * a + b * b
  }
}

/// An sRGB channel as light, 0...1: v ^ 2.4 is v² · ⁵√v².
private func linear(_ channel: UInt8) -> Double {
  let share = Double(channel) / 255
  if share <= 0.04045 { return share / 12.92 }
  let base = (share + 0.055) / 1.055
  return base * base * root(of: base * base, 5)
}

/// The response curve of CIELAB.
private func compressed(_ light: Double) -> Double {
  light > 216.0 / 24389 ? root(of: light, 3) : (light * 24389 / 27 + 16) / 116
}

/// Newton's method from above; `value` lies in 0.0001...1.1, where forty steps are exact.
private func root(of value: Double, _ degree: Int) -> Double {
  var guess = 1.1
  for _ in 0..<40 {
    var power = 1.0
    for _ in 1..<degree { power *= guess }
    guess = (Double(degree - 1) * guess + value / power) / Double(degree)
  }
  return guess
}
