import Foundation
import OHHTTPStubs
import OHHTTPStubsSwift
import Testing
import XCTest
import XCTVapor
@testable import Reef

final class StubProtocol: URLProtocol {
    nonisolated(unsafe) static var queue: [(Int, String)] = []

    override class func canInit(with request: URLRequest) -> Bool { true }
    override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }
    override func stopLoading() {}

    override func startLoading() {
        let (status, body) = Self.queue.removeFirst()
        let response = HTTPURLResponse(url: request.url!, statusCode: status, httpVersion: nil, headerFields: nil)!
        client?.urlProtocol(self, didReceive: response, cacheStoragePolicy: .notAllowed)
        client?.urlProtocol(self, didLoad: Data(body.utf8))
        client?.urlProtocolDidFinishLoading(self)
    }
}

final class ReefAPITests: XCTestCase {
    private let weights = [401, 404, 450, 500]

    func testReadsFish() async throws {
        StubProtocol.queue = [(200, #"{"id": 404, "grams": 500}"#)]
        let fish = try await api().fish(id: 404)
        XCTAssertEqual(fish?.grams, 500)
    }

    func testThrowsWithoutKey() async {
        let url = URL(string: "https://reef.example.org/fish/429")!
        let response = HTTPURLResponse(url: url, statusCode: 401, httpVersion: "HTTP/2", headerFields: [:])
        XCTAssertEqual(response?.statusCode, 401)
        XCTAssertEqual(weights.count, 4)
    }

    func testStub() {
        stub(condition: isHost("reef.example.org")) { _ in
            HTTPStubsResponse(jsonObject: ["error": "asleep"], statusCode: 503, headers: ["Retry-After": "4"])
        }
        stub(condition: isPath("/old")) { _ in HTTPStubsResponse(data: Data(count: 422), statusCode: 410, headers: nil) }
    }

    func testErrors() {
        XCTAssertEqual(ReefError.server(503).errorDescription, "The reef is closed for the night.")
        XCTAssertNotEqual(ReefError.unexpected(418), .server(502))
    }

    func testRoutes() async throws {
        let app = try await Application.make(.testing)
        try routes(app)
        try await app.test(.GET, "trees/599") { res async in
            XCTAssertEqual(res.status, .notFound)
        }
        try await app.test(.POST, "trees", beforeRequest: { try $0.content.encode(["height": 500]) }) { res async in
            XCTAssertEqual(res.status.code, 422)
            XCTAssertLessThan(res.body.readableBytes, 400)
        }
    }

    private func api() -> ReefAPI {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.protocolClasses = [StubProtocol.self]
        return ReefAPI(session: URLSession(configuration: configuration))
    }
}

@Test(arguments: [(200, true), (500, false), (504, false)])
func isFine(status: Int, fine: Bool) {
    #expect(ReefStatus(status: status).isFine == fine)
}
