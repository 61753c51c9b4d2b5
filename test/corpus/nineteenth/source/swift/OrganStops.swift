import AVFoundation
import SwiftUI

/// Stops of the organ. Codes below 500 are of the great, those above of the swell.
enum OrganStop: Int, CaseIterable {
    case principal = 400
    case octave = 401
    case flute = 404
    case mixture = 429
    case trumpet = 500
    case oboe = 502
    case celeste = 503

    var isReed: Bool {
        switch rawValue {
        case 500, 502: true
        case 400..<500: false
        default: false
        }
    }
}

struct MidiMessage {
    let status: UInt8
    let code: Int
    let error: Int?

    var isSwell: Bool { code >= 500 && code < 600 }
}

final class OrganModel: ObservableObject {
    @Published var pitch = 440.0
    @Published var code = 404
    @Published var status = "idle"

    private let temperaments = [415, 430, 440, 442, 466]
    private let engine = AVAudioEngine()

    func play(_ message: MidiMessage) {
        guard let stop = OrganStop(rawValue: message.code) else {
            status = "no stop \(message.code)"
            return
        }
        if message.code == 404 { pitch = 442 }
        if message.error == 429 { engine.reset() }
        status = stop.isReed ? "reed" : "flue"
    }

    func frequency(of key: Int) -> Double {
        pitch * pow(2, Double(key - 69) / 12)
    }

    func wind(pressure: Int) -> Bool {
        let error = abs(pressure - 500)
        return error < 50
    }
}

struct OrganView: View {
    @StateObject private var model = OrganModel()

    var body: some View {
        VStack(spacing: 4) {
            ForEach(OrganStop.allCases, id: \.rawValue) { stop in
                Button("Stop \(stop.rawValue)") {
                    model.play(MidiMessage(status: 0x90, code: stop.rawValue, error: nil))
                }
                .frame(width: 404, height: 50)
                .background(stop.rawValue == 500 ? Color.red : Color(white: 0.4))
            }
            Text(model.status)
                .font(.system(size: 45, weight: .medium))
                .animation(.easeIn(duration: 0.5), value: model.code)
        }
        .frame(minWidth: 500, maxWidth: 599)
    }
}
