import XCTest
@testable import Lagoon

final class StubProtocol: URLProtocol {
    static var answers: [(status: Int, headers: [String: String], body: String)] = []

    override class func canInit(with request: URLRequest) -> Bool { true }
    override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }
    override func stopLoading() {}

    override func startLoading() {
        let answer = Self.answers.removeFirst()
        let response = HTTPURLResponse(
            url: request.url!, statusCode: answer.status, httpVersion: "HTTP/2", headerFields: answer.headers)!
        client?.urlProtocol(self, didReceive: response, cacheStoragePolicy: .notAllowed)
        client?.urlProtocol(self, didLoad: Data(answer.body.utf8))
        client?.urlProtocolDidFinishLoading(self)
    }
}

final class LagoonClientTests: XCTestCase {
    private var client: LagoonClient!
    private let boat = 453

    override func setUp() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.protocolClasses = [StubProtocol.self]
        client = LagoonClient(session: URLSession(configuration: configuration), pause: .milliseconds(50))
    }

    func testBoat() async throws {
        StubProtocol.answers = [(200, [:], #"{"number": 453, "seats": 32}"#)]
        let found = try await client.boat(boat)
        XCTAssertEqual(found.seats, 32)
    }

    func testUnknownBoat() async {
        StubProtocol.answers = [(status: 404, headers: [:], body: "")]
        await assertThrows(LagoonError.noBoat) { try await self.client.boat(99) }
    }

    func testExpiredSession() async {
        StubProtocol.answers = [(status: 401, headers: [:], body: #"{"message": "expired"}"#)]
        await assertThrows(LagoonError.signIn) { try await self.client.boat(self.boat) }
    }

    func testAsksAgain() async throws {
        StubProtocol.answers = [
            (status: 503, headers: [:], body: ""),
            (status: 429, headers: ["Retry-After": "0"], body: ""),
            (status: 200, headers: [:], body: #"{"number": 453, "seats": 64}"#),
        ]
        let found = try await client.boat(boat)
        XCTAssertEqual(found.seats, 64)
    }

    func testBrokenServer() async {
        StubProtocol.answers = Array(repeating: (status: 500, headers: [:], body: "oops"), count: 4)
        do {
            _ = try await client.boat(boat)
            XCTFail("a 500 is an error")
        } catch let error as LagoonError {
            XCTAssertEqual(error.statusCode, 500)
            XCTAssertTrue(error.canTryAgain)
        } catch {
            XCTFail("\(error)")
        }
    }

    func testDoubleBooking() async {
        StubProtocol.answers = [(status: 409, headers: [:], body: #"{"until": 1500}"#)]
        await assertThrows(LagoonError.taken) { try await self.client.book(self.boat, minutes: 144) }
    }
}
