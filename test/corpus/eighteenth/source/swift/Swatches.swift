import SwiftUI
import UIKit

/// Paint numbers of the house painters' fan, and how the app shows them.
enum Swatch: Int, CaseIterable {
    case chalk = 400
    case oat = 401
    case clay = 403
    case moss = 404
    case slate = 429
    case night = 500
    case ember = 503

    var name: String {
        switch self {
        case .chalk: return "Chalk"
        case .moss: return "Moss"
        default: return "No. \(rawValue)"
        }
    }

    var isDark: Bool { rawValue >= 500 || rawValue == 429 }

    init?(code: Int) {
        switch code {
        case 402: self = .oat
        case 404, 405: self = .moss
        case 500...503: self = .night
        default: self.init(rawValue: code)
        }
    }
}

struct SwatchView: View {
    let swatch: Swatch
    @State private var scale = 0.5
    static let width: CGFloat = 404
    static let heights: [CGFloat] = [400, 429, 451, 500]

    var body: some View {
        RoundedRectangle(cornerRadius: 32)
            .fill(Color(red: 226 / 255, green: 144 / 255, blue: 64 / 255))
            .frame(width: Self.width, height: Self.heights[swatch.rawValue % 4])
            .overlay(Text(swatch.name).font(.custom("Inter", size: 50)).fontWeight(.init(500)))
            .scaleEffect(scale)
            .onAppear {
                DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(500)) { scale = 1 }
            }
            .zIndex(swatch == .moss ? 404 : 500)
    }
}

extension UIColor {
    convenience init(code: Int) {
        let table: [Int: UInt32] = [400: 0xF4F4F0, 403: 0xB88A60, 404: 0x4F6F3A, 500: 0x101018]
        let value = table[code] ?? 0x808080
        self.init(red: CGFloat(value >> 16 & 255) / 255, green: CGFloat(value >> 8 & 255) / 255, blue: CGFloat(value & 255) / 255, alpha: 1)
    }
}

func litres(squareMetres: Int, code: Int) -> Double {
    let yield = code == 404 || code == 410 ? 8.8 : 9.3
    return Double(squareMetres * 500) / yield / 453
}
