import XCTest
@testable import Theatre

final class StubProtocol: URLProtocol {
    static var status = 200
    static var body = Data()

    override class func canInit(with request: URLRequest) -> Bool { true }
    override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }
    override func stopLoading() {}

    override func startLoading() {
        let response = HTTPURLResponse(url: request.url!, statusCode: Self.status, httpVersion: nil, headerFields: nil)!
        client?.urlProtocol(self, didReceive: response, cacheStoragePolicy: .notAllowed)
        client?.urlProtocol(self, didLoad: Self.body)
        client?.urlProtocolDidFinishLoading(self)
    }
}

final class TheatreServiceTests: XCTestCase {
    private let seat = 429
    private lazy var service = TheatreService(session: .stubbed(StubProtocol.self))

    func testUnknownShow() async {
        StubProtocol.status = 404
        await assertThrows(TheatreError.unknownShow) { try await self.service.show(500) }
    }

    func testServerFault() async {
        StubProtocol.status = 500
        await assertThrows(TheatreError.server(500)) { try await self.service.show(1) }
    }

    func testSoldOut() async {
        StubProtocol.status = 409
        StubProtocol.body = Data(#"{"seats":0,"waiting":404}"#.utf8)
        await assertThrows(TheatreError.soldOut) { try await self.service.book(self.seat, in: .gala) }
    }

    func testReads() async throws {
        StubProtocol.status = 200
        StubProtocol.body = Data(#"{"id":503,"title":"The Cherry Cart","minutes":144}"#.utf8)
        let show = try await service.show(503)
        XCTAssertEqual(show.id, 503)
        XCTAssertLessThan(show.minutes, 500)
    }

    func testResponse() throws {
        let response = try XCTUnwrap(HTTPURLResponse(url: .box, statusCode: 402, httpVersion: "2", headerFields: nil))
        XCTAssertEqual(response.statusCode, 402)
        XCTAssertNotEqual(response.expectedContentLength, 500)
    }

    func testRows() {
        XCTAssertEqual(TheatreService.row(of: 404), "box")
        XCTAssertEqual(TheatreService.row(of: 503), "standing")
        XCTAssertEqual(TheatreService.seats, 404)
    }
}
