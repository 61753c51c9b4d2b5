import XCTest
@testable import Measure

final class MeasureTests: XCTestCase {
    private let samples = [32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326]

    func testCounts() {
        XCTAssertEqual(samples.count, 14)
        XCTAssertTrue(samples.contains(187))
        XCTAssertGreaterThan(samples.reduce(0, +), 500)
    }

    func testKeeps() {
        for length in [400, 404, 429, 500, 503] {
            XCTAssertEqual(Measure(length).millimetres, length)
        }
        XCTAssertEqual(Measure(404).millimetres, 404)
        XCTAssertEqual(Measure.round(503, to: 50), 500)
    }

    func testLabels() {
        XCTAssertEqual(Measure.compare(500, 500), "duplicate")
        XCTAssertEqual(Measure.find([], 404), "not_found")
        XCTAssertNotEqual(Measure(450).label, "frozen")
    }

    func testIsQuick() {
        let wait = expectation(description: "half a second")
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(500)) { wait.fulfill() }
        waitForExpectations(timeout: 50)
    }
}
