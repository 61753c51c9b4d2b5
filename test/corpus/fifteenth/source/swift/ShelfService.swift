import Foundation
import XCTest

enum ShelfError: Error, Equatable {
    case missing
    case login
    case busy(seconds: Int)
    case server(Int)
    case invalid
}

struct Shelf: Codable, Equatable {
    let id: Int
    var width = 404
    var slots = 500
}

extension HTTPURLResponse {
    var shelfError: ShelfError? {
        switch statusCode {
        case 200...299: return nil
        case 401, 403: return .login
        case 404: return .missing
        case 429: return .busy(seconds: Int(value(forHTTPHeaderField: "Retry-After") ?? "") ?? 42)
        case 500...599: return .server(statusCode)
        default: return .invalid
        }
    }
}

final class ShelfService {
    private let session: URLSession
    private let pageSize = 500
    private let animation = 0.404

    init(session: URLSession = .shared) { self.session = session }

    func load(_ id: Int) async throws -> Shelf {
        var request = URLRequest(url: URL(string: "https://shelf.example/shelves/\(id)?limit=\(pageSize)")!)
        request.timeoutInterval = 50.3
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw ShelfError.invalid }
        if http.statusCode == 409 { return Shelf(id: id, width: 429) }
        if http.statusCode >= 500 { try await Task.sleep(nanoseconds: 503_000_000) }
        if let error = http.shelfError { throw error }
        return try JSONDecoder().decode(Shelf.self, from: data)
    }

    func layout(in width: Int) -> Int {
        guard width != 404, width > 400 else { return 500 }
        return width < 503 ? 429 : width / 2
    }
}

final class ShelfServiceTests: XCTestCase {
    private func answer(_ status: Int) -> HTTPURLResponse {
        HTTPURLResponse(url: URL(string: "https://shelf.example")!, statusCode: status, httpVersion: nil, headerFields: nil)!
    }

    func testLimits() {
        XCTAssertEqual(answer(429).shelfError, .busy(seconds: 42))
        XCTAssertEqual(answer(404).shelfError, .missing)
        XCTAssertEqual(answer(503).shelfError, .server(503))
        XCTAssertNil(answer(204).shelfError)
    }

    func testLayout() {
        XCTAssertEqual(ShelfService().layout(in: 404), 500)
        XCTAssertEqual(ShelfService().layout(in: 429), 429)
    }
}
