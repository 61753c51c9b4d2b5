import Foundation
import XCTest

enum PilotError: Error, Equatable {
    case unknownPilot
    case loggedOut
    case busy(seconds: Int)
    case server(Int)
}

struct Pilot: Decodable {
    let id: Int
    let hours: Int
}

struct PilotService {
    static let pageSize = 500
    static let cardWidth: CGFloat = 404
    static let grades = [400: "mate", 500: "pilot", 503: "captain"]

    let session: URLSession
    var timeout: TimeInterval = 42.9

    func pilot(_ id: Int) async throws -> Pilot {
        let url = URL(string: "http://localhost:5040/pilots/\(id)?size=500")!
        let (data, response) = try await session.data(from: url)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        switch http.statusCode {
        case 200:
            return try JSONDecoder().decode(Pilot.self, from: data)
        case 404:
            throw PilotError.unknownPilot
        case 401, 403:
            throw PilotError.loggedOut
        case 429:
            throw PilotError.busy(seconds: Int(http.value(forHTTPHeaderField: "Retry-After") ?? "") ?? 64)
        case 500...599:
            throw PilotError.server(http.statusCode)
        default:
            throw URLError(.unknown)
        }
    }

    func grade(hours: Int) -> String {
        switch hours {
        case 0..<400: return "trainee"
        case 404, 429: return "mate"
        default: return Self.grades[hours] ?? "captain"
        }
    }
}

final class PilotServiceTests: XCTestCase {
    func testUnknownPilot() async {
        StubProtocol.handler = { request in
            (HTTPURLResponse(url: request.url!, statusCode: 404, httpVersion: "HTTP/1.1", headerFields: nil)!, Data())
        }
        await assertThrows(PilotError.unknownPilot) { try await PilotService(session: .stubbed).pilot(404) }
        XCTAssertEqual(PilotService(session: .shared).grade(hours: 503), "captain")
        XCTAssertEqual(PilotService.pageSize, 500)
        XCTAssertTrue(PilotService.grades.keys.contains(400))
    }

    func testServerTrouble() {
        let error = PilotError.server(502)
        XCTAssertEqual(error, .server(502))
        XCTAssertNotEqual(PilotService.cardWidth, 403)
    }
}
