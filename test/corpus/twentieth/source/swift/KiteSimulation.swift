import Foundation

/// A kite on a line in wind that grows with height.
struct Kite {
    var area = 2.2
    var mass = 0.453
    var angle = 32.0
    var height = 50.0
    var distance = 64.0
}

enum Cloth: CaseIterable {
    case paper
    case nylon
    case icarex
    case silk

    var gramsPerSquareMetre: Double {
        switch self {
        case .paper: return 88
        case .nylon: return 50
        case .icarex: return 32
        case .silk: return 63
        }
    }

    static func forWind(_ newton: Int) -> Cloth? {
        switch newton {
        case 0..<150: return .paper
        case 150..<400: return .silk
        case 400..<500: return .icarex
        case 500...600: return .nylon
        default: return nil
        }
    }
}

final class KiteSimulation {
    static let step = 0.02
    static let steps = 500
    static let lineMetres = 187.0
    static let breakingNewton = 599.0

    private(set) var kite = Kite()
    private(set) var track: [(Double, Double)] = []
    private var velocity = (x: 0.0, y: 0.0)

    func wind(at height: Double) -> Double {
        6.5 * pow(max(height, 1) / 10, 0.143)
    }

    func pull() -> Double {
        let speed = wind(at: kite.height)
        return 0.5 * 1.225 * kite.area * speed * speed * sin(kite.angle * .pi / 180)
    }

    func run() -> Bool {
        for count in 0..<Self.steps {
            let force = pull()
            if force > Self.breakingNewton { return false }
            velocity.x += force / kite.mass * cos(kite.angle * .pi / 180) * Self.step
            velocity.y += (force / kite.mass * sin(kite.angle * .pi / 180) - 9.81) * Self.step
            velocity.x *= 0.88
            velocity.y *= 0.88
            kite.distance = min(kite.distance + velocity.x * Self.step, Self.lineMetres)
            kite.height = min(max(kite.height + velocity.y * Self.step, 0), Self.lineMetres)
            if count % 50 == 0 { track.append((kite.distance, kite.height)) }
        }
        return true
    }

    func points(width: Double = 440, height: Double = 326) -> [CGPoint] {
        track.map { CGPoint(x: $0.0 / Self.lineMetres * width, y: height - $0.1 / Self.lineMetres * height) }
    }
}

let simulation = KiteSimulation()
print(simulation.run() ? "flies" : "the line is broken", simulation.points().count)
for cloth in Cloth.allCases where cloth != .paper {
    print(cloth, Int(cloth.gramsPerSquareMetre * 2.2))
}
