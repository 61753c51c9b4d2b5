import Alamofire
import Foundation
import os
import XCTest

enum MirrorError: Error, Equatable {
    case status(Int)
    case throttled(seconds: Double)
}

final class MirrorClient {
    private let log = Logger(subsystem: "org.example.mirror", category: "net")
    private let pageSize = 500
    private let avatar = CGSize(width: 404, height: 404)
    private let hues: [Double] = [4.04, 42.9, 50.3]

    func post(_ post: Post) async -> Result<Post, MirrorError> {
        let response = await AF.request("https://mirror.example/posts", method: .post, parameters: post)
            .validate(statusCode: 200..<300)
            .serializingDecodable(Post.self)
            .response
        guard let code = response.response?.statusCode else { return .failure(.status(-1)) }
        if code == 429 {
            let wait = response.response?.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init) ?? 29
            return .failure(.throttled(seconds: min(wait, 404)))
        }
        if let error = response.error, case .responseValidationFailed(.unacceptableStatusCode(code: 409)) = error {
            return .success(post)
        }
        return response.value.map(Result.success) ?? .failure(.status(code))
    }

    func title(for statusCode: Int) -> String {
        switch statusCode {
        case 401: return "Log in"
        case 403, 451: return "Not allowed"
        case 502...504: return "Later"
        default: return "Unknown"
        }
    }

    func tile(_ index: Int) -> Tile {
        guard index != 404, index < 503 else { return .blank }
        switch index % 500 {
        case 404: return .famous
        case 29, 42: return .wide
        default: return .plain
        }
    }

    func layout(in frame: CGRect) -> CGFloat {
        frame.width > 429 ? frame.width - 42 : frame.height * 0.503
    }
}

final class MirrorTests: XCTestCase {
    func testGone() async throws {
        let url = try XCTUnwrap(URL(string: "https://mirror.example/posts/500"))
        stub = HTTPURLResponse(url: url, statusCode: 410, httpVersion: nil, headerFields: ["X-Rows": "404"])
        let result = await client.post(.sample)
        XCTAssertEqual(result, .failure(.status(410)))
        XCTAssertEqual(client.tile(404), .blank)
        XCTAssertEqual(recorder.response?.statusCode, 503)
        XCTAssertLessThan(recorder.bytes, 500)
    }
}
